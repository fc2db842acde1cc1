"use strict";
// Filters and sorts the topics on the page and opens what is asked for. Nothing is fetched, stored or made; without it
// the page shows all topics, and what is folded opens by a press.
const folds = [...document.querySelectorAll("details")];
const open = (some, how) => { for (const fold of some) fold.open = how; };
const reveal = () => {
  const place = document.getElementById(location.hash.slice(1));
  const fold = place && (place.closest("details") || place.querySelector("details"));
  if (fold) { fold.open = true; place.scrollIntoView(); }
};
let shut = [];
addEventListener("hashchange", reveal);
addEventListener("beforeprint", () => { shut = folds.filter((fold) => !fold.open); open(shut, true); });
addEventListener("afterprint", () => open(shut, false));
reveal();
const tools = document.getElementById("tools");
if (tools) {
  const field = (name) => document.getElementById(`f-${name}`);
  const topics = [...document.querySelectorAll("article.topic")];
  const words = new Map(topics.map((topic) => [topic, topic.textContent.toLowerCase()]));
  const label = (topic) => topic.querySelector(".label").textContent;
  const place = (topic) => Number(topic.id.slice(1));
  const sources = (topic) => topic.dataset.sources.split(" ");
  const orders = {
    "": (a, b) => place(a) - place(b),
    label: (a, b) => (label(a) < label(b) ? -1 : 1),
    sources: (a, b) => sources(b).length - sources(a).length || place(a) - place(b),
  };
  const shown = (topic) =>
    field("words").value.toLowerCase().split(/\s+/).every((word) => words.get(topic).includes(word)) &&
    ["outcome", "status"].every((key) => !field(key).value || topic.dataset[key] === field(key).value) &&
    (!field("source").value || sources(topic).includes(field("source").value));
  const apply = () => {
    for (const topic of topics) topic.hidden = !shown(topic);
    for (const section of document.querySelectorAll("section.topics")) {
      const own = [...section.querySelectorAll("article.topic")].sort(orders[field("order").value]);
      for (const topic of own) section.append(topic);
      section.hidden = own.every((topic) => topic.hidden);
    }
    const count = topics.filter((topic) => !topic.hidden).length;
    field("count").textContent = `${count} of ${topics.length} ${topics.length === 1 ? "topic" : "topics"} shown`;
  };
  tools.addEventListener("input", apply);
  field("open").addEventListener("click", () => {
    const how = folds.some((fold) => !fold.open);
    open(folds, how);
    field("open").textContent = how ? "Close all" : "Open all";
  });
  tools.addEventListener("submit", (event) => event.preventDefault());
  tools.hidden = false;
  apply();
}
