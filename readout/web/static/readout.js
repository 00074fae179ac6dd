// Everything here is a comfort: all pages can be read and all forms sent without it.
"use strict";

const say = (words) => {
  const place = document.getElementById("said");
  place.textContent = words;
  window.clearTimeout(say.timer);
  say.timer = window.setTimeout(() => { place.textContent = ""; }, 4000);
};

const copy = async (words) => {
  try {
    await navigator.clipboard.writeText(words);
  } catch {
    const area = document.createElement("textarea");
    area.value = words;
    document.body.append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
  }
  say("Copied");
};

// Copying a quotation, with who said it and where it stands.
const cited = (quoted, speaker, original) => {
  const words = quoted.trim().replace(/\s+/g, " ").replace(/^[“"”]+|[“"”]+$/g, "");
  const where = [reading.dataset.where, original].filter(Boolean).join(", ");
  const spoken = speaker && where ? `${speaker}, in: ${where}` : speaker || where;
  return spoken ? `“${words}” (${spoken})` : `“${words}”`;
};
const told = (card) => {
  const speaker = /^s\d/.test(card.id) ? card.querySelector(".who strong:not(.nobody)") : null;
  return cited(card.querySelector("blockquote").textContent, speaker?.textContent, card.querySelector("a.original")?.href);
};
for (const button of document.querySelectorAll("button.copy")) button.hidden = false;
document.addEventListener("click", (event) => {
  const button = event.target.closest("button.copy");
  if (button) copy(button.dataset.copy ?? told(button.closest("[data-turn]")));
});

// Layers live in the address.
const layers = document.querySelector("[data-layers]");
if (layers) {
  layers.addEventListener("change", () => {
    const hidden = [...layers.querySelectorAll("input:not(:checked)")].map((box) => box.id.slice(5));
    const address = new URL(location.href);
    address.searchParams.set("hide", hidden.join(","));
    history.replaceState(null, "", address);
  });
}

// A selection becomes an address. Browsers count UTF-16 units, Readout counts code points.
const points = (text) => Array.from(text);
const reading = document.querySelector("main.text[data-document]");

const offset = (node, at) => {
  const paragraph = (node.nodeType === 1 ? node : node.parentElement).closest("p[data-start]");
  if (!paragraph) return null;
  const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT, {
    acceptNode: (text) => (text.parentElement.closest(".lead") ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT),
  });
  const range = document.createRange();
  range.setStart(paragraph, 0);
  range.setEnd(node, at);
  let count = Number(paragraph.dataset.start);
  for (let text = walker.nextNode(); text; text = walker.nextNode()) {
    if (text === node) return count + points(text.data.slice(0, at)).length;
    if (range.comparePoint(text, 0) > 0) return count;
    count += points(text.data).length;
  }
  return count;
};

const words = (range) => {
  const part = range.cloneContents();
  for (const lead of part.querySelectorAll(".lead")) lead.remove();
  return [...part.childNodes].map((node) => node.textContent).join("");
};

const selected = () => {
  const selection = window.getSelection();
  if (!reading || !selection.rangeCount || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  if (!reading.contains(range.commonAncestorContainer)) return null;
  const exact = words(range);
  const start = offset(range.startContainer, range.startOffset);
  const end = offset(range.endContainer, range.endOffset);
  const one = points(exact).length === end - start; // within one paragraph: the words are known
  if (start === null || end === null || start >= end) return null;
  const says = one ? `&says=${encodeURIComponent(points(exact).slice(0, 80).join(""))}` : "";
  return { path: `/texts/${reading.dataset.document}?at=${start}-${end}${says}#here`, exact, range };
};

let bubble = null;
const offer = () => {
  const found = selected();
  if (bubble) bubble.remove();
  bubble = null;
  if (!found) return;
  bubble = document.createElement("div");
  bubble.id = "cite";
  const box = found.range.getBoundingClientRect();
  bubble.style.left = `${Math.max(4, box.left + window.scrollX)}px`;
  bubble.style.top = `${box.bottom + window.scrollY + 6}px`;
  const add = (label, id, act) => {
    const button = document.createElement("button");
    button.type = "button";
    button.id = id;
    button.textContent = label;
    button.addEventListener("mousedown", (pressed) => pressed.preventDefault());
    button.addEventListener("click", () => act());
    bubble.append(button);
  };
  add("Copy with citation", "cite-copy", () => copy(cited(found.exact, null, reading.dataset.original)));
  add("Permalink", "cite-link", () => { location.assign(found.path); });
  document.body.append(bubble);
};
document.addEventListener("selectionchange", () => {
  window.clearTimeout(offer.timer);
  offer.timer = window.setTimeout(offer, 150);
});

// Both places of a topic at once: each text scrolls to its own.
const bring = (row) => {
  for (const article of document.querySelectorAll(".texts article")) {
    const place = article.querySelector(`.of-${CSS.escape(row)}`);
    if (place) article.scrollTop += place.getBoundingClientRect().top - article.getBoundingClientRect().top - 60;
  }
};
document.addEventListener("click", (event) => {
  const row = event.target.closest("tr[data-row]");
  if (!row) return;
  const link = event.target.closest("a");
  if (link && !link.hash) return;
  event.preventDefault();
  location.hash = link ? link.hash : `#${row.dataset.row}`;
  bring(row.dataset.row);
  document.getElementById("texts").scrollIntoView({ block: "start" });
});

// The review queue by keyboard.
const turns = () => [...document.querySelectorAll("[data-turn]")];
const current = () => document.activeElement.closest("[data-turn]");

const step = (by) => {
  const all = turns();
  const here = all.indexOf(current());
  const next = all[here < 0 ? (by > 0 ? 0 : all.length - 1) : Math.min(all.length - 1, Math.max(0, here + by))];
  if (next) {
    next.focus({ preventScroll: true });
    next.scrollIntoView({ block: "center" });
  }
};

const replaced = (turn, html) => {
  const holder = document.createElement("template");
  holder.innerHTML = html;
  const fresh = holder.content.querySelector("[data-turn]");
  for (const button of fresh.querySelectorAll("button.copy")) button.hidden = false;
  turn.replaceWith(fresh);
  return fresh;
};

const sent = async (form, button, forward) => {
  const turn = form.closest("[data-turn]");
  const body = new FormData(form, button);
  const path = form.getAttribute("action"); // form.action is the buttons of that name
  const answer = await fetch(path, { method: "POST", body, headers: { "x-fragment": "card" } });
  if (!answer.ok) {
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    say(page.querySelector(".wrong")?.textContent || "That was not written down");
    return;
  }
  const fresh = replaced(turn, await answer.text());
  fresh.focus({ preventScroll: true });
  say("Written down");
  if (forward) step(1);
};

const queue = document.querySelector("[data-queue]");
if (queue) {
  queue.addEventListener("submit", (event) => {
    event.preventDefault();
    sent(event.target, event.submitter, event.submitter?.name === "action" && event.submitter.value !== "comment");
  });
}

const press = (value) => {
  const turn = current() || turns()[0];
  const button = turn?.querySelector(`button[name="action"][value="${value}"], button[value$=" ${value}"]`);
  if (button) button.click();
};

const acts = {
  j: () => step(1),
  k: () => step(-1),
  a: () => press("accept"),
  x: () => press("reject"),
  u: () => press("unsure"),
  c: () => {
    const turn = current() || turns()[0];
    const more = turn?.querySelector("details.correct");
    if (more) {
      more.open = true;
      more.querySelector("textarea").focus();
    } else turn?.querySelector("a.more")?.click();
  },
  z: () => [...(current()?.querySelectorAll("form.undo button") || [])].pop()?.click(),
  "?": () => document.getElementById("keys").showModal(),
};

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
  if (event.key === "Escape" && event.target.closest("details.correct")) {
    event.target.closest("[data-turn]").focus();
    return;
  }
  if (event.target.closest("input:not([type=checkbox], [type=radio]), textarea, select, dialog")) return;
  const act = acts[event.key];
  if (!act || (event.key !== "?" && !turns().length)) return;
  event.preventDefault();
  act();
});
