// Optional: every page works without this file. Four comforts only.
import { focusErrorSummary } from "./errors.js";
import { guardDoubleSubmit } from "./submit.js";
import { offerPrinting } from "./print.js";
import { showUnsaved } from "./saved.js";

focusErrorSummary(document);
guardDoubleSubmit(document);
showUnsaved(document);
offerPrinting(document);
