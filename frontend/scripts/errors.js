// After a refused form the reader hears and sees the list of errors first.
export function focusErrorSummary(root) {
  const summary = root.querySelector("[data-error-summary]");
  if (summary) summary.focus();
}
