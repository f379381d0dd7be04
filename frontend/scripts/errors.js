// After a refused form the reader hears and sees the list of errors first.
export function focusErrorSummary(root) {
  const summary = root.querySelector("[data-error-summary]");
  if (!summary) return;
  summary.focus();
  // The answer to a form is never kept on the device, so the back button would meet the browser's own question whether
  // to send it again. As an address it is simply asked for anew.
  history.replaceState(null, "", location.href);
}
