// A finding of the gate leads to its tab: the page is the same, so the tab is opened instead of loading it again.
document.addEventListener("click", (event) => {
  const link = event.target.closest("a[href*='#tab-']");
  if (!link || link.getAttribute("role") === "tab" || link.pathname !== location.pathname) return;
  const tab = document.getElementById(`tab-label-${link.hash.slice("#tab-".length)}`);
  if (!tab) return;
  event.preventDefault();
  tab.click();
  tab.focus();
});
