// A second click within a few seconds sends nothing: the server is idempotent, this spares the wait.
const PAUSE = 5000;

export function guardDoubleSubmit(root) {
  root.addEventListener("submit", (event) => {
    const form = event.target;
    if (event.defaultPrevented || (form.getAttribute("method") || "get").toLowerCase() !== "post") return;
    const now = Date.now();
    if (form.sentAt && now - form.sentAt < PAUSE) {
      event.preventDefault();
      return;
    }
    form.sentAt = now;
  });
  // The back button brings the page back as it was left: it must be possible to send it again.
  window.addEventListener("pageshow", () => {
    for (const form of root.forms) form.sentAt = 0;
  });
}
