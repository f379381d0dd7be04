// Optional: every page works without this file. Five comforts only.
import { focusErrorSummary } from "./errors.js";
import { nameChosenFiles } from "./files.js";
import { guardDoubleSubmit } from "./submit.js";
import { offerPrinting } from "./print.js";
import { showUnsaved } from "./saved.js";

focusErrorSummary(document);
nameChosenFiles(document);
guardDoubleSubmit(document);
showUnsaved(document);
offerPrinting(document);
