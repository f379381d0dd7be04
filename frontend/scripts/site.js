// Optional: every page works without this file. Three comforts only.
import { focusErrorSummary } from "./errors.js";
import { guardDoubleSubmit } from "./submit.js";
import { showUnsaved } from "./saved.js";

focusErrorSummary(document);
guardDoubleSubmit(document);
showUnsaved(document);
