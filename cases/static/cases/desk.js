/* Keys of the desk, saving in the background, finding items by pinyin. Everything works without this file. */
(() => {
  const inField = (target) => target.closest("input, textarea, select, [contenteditable]");
  const rows = () => [...document.querySelectorAll("a[data-desk-row], .desk-list-rows a[data-desk-row]")];
  let at = -1;

  function move(step) {
    const links = rows();
    if (!links.length) return;
    at = Math.min(Math.max(at + step, 0), links.length - 1);
    document.querySelectorAll(".desk-row--at").forEach((row) => row.classList.remove("desk-row--at"));
    links[at].closest("tr").classList.add("desk-row--at");
    links[at].focus();
    links[at].scrollIntoView({ block: "nearest" });
  }

  const keys = {
    j: () => move(1),
    k: () => move(-1),
    "/": () => document.querySelector("[data-desk-search], input[name=q]")?.focus(),
    "?": () => document.querySelector("[data-desk-help]")?.showModal(),
    n: () => document.querySelector("a[data-desk-next]")?.click(),
    i: () => document.querySelector("a[data-desk-intake]")?.click(),
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || inField(event.target)) return;
    const act = keys[event.key];
    if (act) { event.preventDefault(); act(); }
  });
  document.querySelectorAll("[data-desk-help-open]").forEach((button) => {
    button.hidden = false;
    button.addEventListener("click", keys["?"]);
  });

  /* items: typing narrows, Enter ticks the only one left */
  const filter = document.querySelector("[data-desk-filter]");
  if (filter) {
    filter.closest("[hidden]")?.removeAttribute("hidden");
    const entries = [...document.querySelectorAll("[data-desk-typed]")];
    const status = document.querySelector("[data-desk-filter-status]");
    const shown = () => entries.filter((entry) => !entry.hidden);
    const narrow = () => {
      const words = filter.value.trim().toLowerCase().replace(/['\s]+/g, "");
      entries.forEach((entry) => { entry.hidden = Boolean(words) && !entry.dataset.deskTyped.includes(words); });
      if (status) status.textContent = `${shown().length} / ${entries.length}`;
    };
    filter.addEventListener("input", narrow);
    filter.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || !filter.value.trim()) return;
      event.preventDefault();
      const left = shown();
      if (left.length) {
        const box = left[0].querySelector("input");
        box.checked = !box.checked;
        filter.value = "";
        narrow();
      }
    });
    filter.focus();
  }

  /* the sheet: saved after each change, the list of what is missing follows */
  const sheet = document.querySelector("form[data-desk-sheet]");
  if (sheet) {
    const missing = document.querySelector("[data-desk-missing]");
    const saved = document.querySelector("[data-desk-saved]");
    let waiting = null;
    const save = async () => {
      const body = new FormData(sheet);
      [...body.keys()].filter((name) => name.startsWith("file_")).forEach((name) => body.delete(name));
      try {
        const answer = await fetch(sheet.action || location.href, {
          method: "POST", body, headers: { "X-Desk-Save": "1" }, redirect: "manual",
        });
        if (!answer.ok) throw new Error(String(answer.status));
        missing.innerHTML = await answer.text();
        saved.textContent = saved.dataset.deskSaved;
      } catch (_error) {
        saved.textContent = saved.dataset.deskFailed;
      }
    };
    sheet.addEventListener("change", (event) => {
      if (event.target.name?.startsWith("situation_") || event.target.type === "file") {
        sheet.requestSubmit(sheet.querySelector("button[name=save]"));
        return;
      }
      clearTimeout(waiting);
      waiting = setTimeout(save, 250);
    });
  }

  /* identity numbers: the same sentence as on sending, while the next field is reached */
  document.querySelectorAll("[data-desk-number]").forEach((input) => {
    const note = document.getElementById(`${input.id}_problem`);
    const form = input.closest("form");
    input.addEventListener("change", async () => {
      if (!note || !input.value.trim()) return;
      const body = new FormData();
      body.append("number", input.value);
      body.append("csrfmiddlewaretoken", form.querySelector("[name=csrfmiddlewaretoken]").value);
      try {
        const answer = await fetch(form.dataset.deskNumberUrl, { method: "POST", body });
        note.textContent = (await answer.json()).problem;
      } catch (_error) {
        note.textContent = "";
      }
    });
  });

  /* the check table: one key for what is nearly always true */
  document.querySelectorAll("[data-desk-all-ok]").forEach((button) => {
    button.hidden = false;
    button.addEventListener("click", () => {
      button.closest("form").querySelectorAll("input[type=radio][value=ok]").forEach((box) => { box.checked = true; });
    });
  });
})();
