// Writes the pages and pictures of docs/ that are made from the data: the councils' pages and the charts of their clauses.
// A test fails when they are not as this would write them.
import { mkdirSync, writeFileSync } from "node:fs";
import { carersAllowed, classOf, compileStandard, leicester, paidMinutesFor, withReading } from "../dist/index.js";
import { councilJsonSchema } from "../dist/config/index.js";
import { councilPage } from "../dist/report/council-page.js";
import { clauseFields } from "./clause-fields.mjs";

mkdirSync("docs/councils", { recursive: true });
mkdirSync("docs/images", { recursive: true });
writeFileSync("docs/councils/leicester.md", councilPage(leicester));
writeFileSync("docs/clauses/fields.md", clauseFields(councilJsonSchema()));

const WIDTH = 720;
const HEIGHT = 300;
const LEFT = 60;
const TOP = 40;
const PLOT = { width: WIDTH - LEFT - 20, height: HEIGHT - TOP - 50 };

/** A step chart: one line for each series, x in whole numbers, with ticks and a legend. */
function steps({ file, title, xLabel, yLabel, xTo, yTo, xTicks, yTicks, xText = String, yText = String, every = 1, series }) {
  const x = (value) => LEFT + (value / xTo) * PLOT.width;
  const y = (value) => TOP + PLOT.height - (value / yTo) * PLOT.height;
  const ink = ["#1b5e91", "#b3541e", "#3d7a3d"];
  const dashes = ["", "7 4", "2 3"];
  const ticks = [
    ...xTicks.map((value) => `<line x1="${x(value)}" y1="${TOP}" x2="${x(value)}" y2="${TOP + PLOT.height}" stroke="#ddd"/><text x="${x(value)}" y="${TOP + PLOT.height + 16}" text-anchor="middle">${xText(value)}</text>`),
    ...yTicks.map((value) => `<line x1="${LEFT}" y1="${y(value)}" x2="${LEFT + PLOT.width}" y2="${y(value)}" stroke="#ddd"/><text x="${LEFT - 6}" y="${y(value) + 4}" text-anchor="end">${yText(value)}</text>`),
  ];
  const lines = series.map(({ name, at }, i) => {
    let path = "";
    let before;
    const after = (i) => ((i + 1) * every < xTo ? at((i + 1) * every) : undefined);
    for (let i = 0; i * every < xTo; i++) {
      const value = i * every;
      const now = at(value);
      if (now === null) before = undefined;
      else {
        path += before === undefined ? `M${x(value)} ${y(now)}` : now === before ? "" : `V${y(now)}`;
        path += now === after(i) ? "" : `H${x(value + every)}`;
        before = now;
      }
    }
    return `<path d="${path}" fill="none" stroke="${ink[i]}" stroke-width="2.5" stroke-dasharray="${dashes[i]}"/><line x1="${LEFT + 12}" x2="${LEFT + 40}" y1="${TOP + 14 + 18 * i}" y2="${TOP + 14 + 18 * i}" stroke="${ink[i]}" stroke-width="2.5" stroke-dasharray="${dashes[i]}"/><text x="${LEFT + 46}" y="${TOP + 18 + 18 * i}">${name}</text>`;
  });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" font-family="sans-serif" font-size="12" fill="#222"><title>${title}</title><rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/><text x="${LEFT}" y="22" font-size="15" font-weight="bold">${title}</text>${ticks.join("")}${lines.join("")}<text x="${LEFT + PLOT.width / 2}" y="${HEIGHT - 10}" text-anchor="middle">${xLabel}</text><text x="16" y="${TOP + PLOT.height / 2}" transform="rotate(-90 16 ${TOP + PLOT.height / 2})" text-anchor="middle">${yLabel}</text></svg>\n`;
  writeFileSync(`docs/images/${file}`, svg);
}

const paid = (council) => (minutes) => {
  const band = paidMinutesFor(minutes, council.paidMinutes.versions[0]);
  return band.kind === "paid" ? band.minutesPaid : band.kind === "pays-nothing" ? 0 : null;
};
steps({
  file: "paid-minutes.svg",
  title: "Leicester: minutes paid for a call, under three readings of “an hour”",
  xLabel: "whole minutes there",
  yLabel: "minutes paid",
  xTo: 150,
  yTo: 180,
  xTicks: [0, 26, 41, 56, 71, 86, 101, 116, 131, 146],
  yTicks: [15, 30, 45, 60, 75, 90, 105, 120, 135, 150],
  series: ["steps", "whole-hours", "cap"].map((choice) => ({ name: `beyond-the-hour: ${choice}`, at: paid(withReading(leicester, "beyond-the-hour", choice)) })),
});

const standard = compileStandard(leicester.continuity.versions[0]);
steps({
  file: "continuity.svg",
  title: "Leicester: carers allowed for the visits received in two weeks",
  xLabel: "visits received in the window",
  yLabel: "different carers allowed",
  xTo: 60,
  yTo: 12,
  xTicks: [0, 7, 14, 20, 28, 40, 56],
  yTicks: [1, 2, 4, 6, 8, 10],
  series: [{ name: "1 + 0.15 × visits, rounded up", at: (visits) => carersAllowed(visits, standard) }],
});

const { callTypes } = leicester.punctuality.versions[0];
const CLASSES = ["early", "on-time", "late"];
steps({
  file: "punctuality.svg",
  title: "Leicester: early, on time or late, by minutes from the agreed start",
  xLabel: "minutes from the agreed start (limits included)",
  yLabel: "",
  xTo: 90,
  every: 0.125,
  yTo: 3.4,
  xTicks: [0, 15, 30, 45, 60, 75, 90],
  yTicks: [1, 2, 3],
  xText: (minute) => String(minute - 45).replace("-", "−"),
  yText: (height) => CLASSES[height - 1],
  series: ["standard", "critical"].map((callType) => ({ name: `${callType} calls`, at: (minute) => CLASSES.indexOf(classOf(Math.round((minute - 45) * 60), callTypes[callType])) + 1 })),
});
