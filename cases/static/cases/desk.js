/* Keys of the desk, saving in the background, finding items by pinyin. Everything works without this file. */
(() => {
  const inField = (target) => target.closest("input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]");
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

    /* the keyboard goes on where it was: after the question whose answer laid out the sheet anew, else at the first */
    const PLACE = "desk-place";
    const stops = [...sheet.querySelectorAll("#situations input, #papers input, #answers :is(input, select, textarea)")]
      .filter((stop, at, all) => stop.type !== "hidden" && all.findIndex((other) => other.name === stop.name) === at);
    const last = stops.findIndex((stop) => stop.name === sessionStorage.getItem(PLACE));
    sessionStorage.removeItem(PLACE);
    stops[last + 1]?.focus();
    if (last < 0) window.scrollTo(0, 0);

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
        sessionStorage.setItem(PLACE, event.target.name);
        sheet.requestSubmit(sheet.querySelector("button[name=save]"));
        return;
      }
      clearTimeout(waiting);
      waiting = setTimeout(save, 250);
    });
  }

  /* file fields speak the browser's language: ours stands in its place */
  document.querySelectorAll("[data-desk-file]").forEach((place) => {
    const face = place.querySelector("[hidden]"), input = place.querySelector("input"), words = face.textContent;
    face.hidden = false;
    place.classList.add("desk-file--faced");
    input.addEventListener("change", () => {
      face.textContent = [...input.files].map((file) => file.name).join("、") || words;
    });
  });

  /* on a phone a row is a card: each cell says its heading again */
  const labelCells = () => document.querySelectorAll("table.listing, table.item-changes").forEach((table) => {
    const heads = [...table.querySelectorAll("thead th")].map((head) => (head.querySelector("a") || head).textContent.trim().split("\n")[0]);
    table.querySelectorAll("tbody tr").forEach((row) => [...row.children].forEach((cell, at) => {
      if (heads[at] && !cell.matches(".title, .bulk-action-checkbox-cell, .children, th, [data-label]")) cell.dataset.label = heads[at];
    }));
    table.classList.add("desk-labelled");
  });
  labelCells();
  document.addEventListener("w-swap:success", labelCells);

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

  /* the check table: the keyboard begins at the first finding, and one key says what is nearly always true */
  document.querySelector("input[name=back][value=intake]")?.form.querySelector("input[type=radio]")?.focus();
  document.querySelectorAll("[data-desk-all-ok]").forEach((button) => {
    button.hidden = false;
    button.addEventListener("click", () => {
      button.closest("form").querySelectorAll("input[type=radio][value=ok]").forEach((box) => { box.checked = true; });
    });
  });
})();
