// Makes a synthetic ECM export in the canonical columns, the same for the same arguments. Nothing in it is about anybody.
//
//   node scripts/make-export.mjs --seed 1 --service-users 30 --providers 3 --weeks 4 --from 2026-03-16 > examples/export.csv
import { parseArgs } from "node:util";

const { values } = parseArgs({
  options: {
    seed: { type: "string", default: "1" },
    "service-users": { type: "string", default: "30" },
    providers: { type: "string", default: "3" },
    weeks: { type: "string", default: "4" },
    from: { type: "string", default: "2026-03-16" },
  },
});
const [seed, serviceUsers, providerCount, weeks] = [values.seed, values["service-users"], values.providers, values.weeks].map(Number);

// mulberry32: small, known, and the same everywhere
let state = seed >>> 0;
function random() {
  state = (state + 0x6d2b79f5) >>> 0;
  let t = state;
  t = Math.imul(t ^ (t >>> 15), t | 1);
  t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
}
const below = (n) => Math.floor(random() * n);
const chance = (p) => random() < p;
const pick = (list) => list[below(list.length)];
const spread = (deviation) => (random() + random() + random() + random() - 2) * deviation * 1.73;

const MINUTE = 60_000;
const firstDay = Date.parse(`${values.from}T00:00:00Z`);

/** Summer time from the last Sunday of March to that of October, changing at 01:00 UTC. */
function isSummer(at) {
  const year = new Date(at).getUTCFullYear();
  const lastSunday = (month) => {
    const last = new Date(Date.UTC(year, month + 1, 0));
    return Date.UTC(year, month, last.getUTCDate() - last.getUTCDay(), 1);
  };
  return at >= lastSunday(2) && at < lastSunday(9);
}
const plannedAt = (day, minutes) => {
  const wall = firstDay + day * 86_400_000 + minutes * MINUTE;
  return isSummer(wall - 60 * MINUTE) ? wall - 60 * MINUTE : wall;
};
const text = (at) => `${new Date(at + (isSummer(at) ? 60 * MINUTE : 0)).toISOString().slice(0, 19)}${isSummer(at) ? "+01:00" : "+00:00"}`;

const slots = [[420, 600], [690, 810], [960, 1080], [1170, 1320]];
const people = Array.from({ length: serviceUsers }, (_, i) => {
  const provider = `P${String(1 + below(providerCount)).padStart(2, "0")}`;
  const visits = slots.filter(() => chance(0.6)).map(([from, to]) => ({ at: from + 5 * below((to - from) / 5), length: pick([15, 30, 30, 30, 45, 45, 60]), critical: chance(0.12) }));
  if (visits.length === 0) visits.push({ at: 540, length: 30, critical: false });
  return { id: `SU${String(i + 1).padStart(5, "0")}`, provider, visits, carers: chance(0.15) ? 2 : 1, team: Array.from({ length: 2 + below(5) }, (_, k) => `${provider}-C${String(1 + ((i * 7 + k) % 40)).padStart(3, "0")}`) };
});
const lateness = Array.from({ length: providerCount + 1 }, () => 8 + 14 * random());

const lines = ["visit_id,service_user_id,provider_id,priority,carers_required,planned_start,planned_end,carer_id,actual_start,actual_end,outcome,capture_method"];
const numbers = new Map();
for (let day = 0; day < weeks * 7; day++) {
  for (const { id, provider, visits, carers, team } of people) {
    for (const { at, length, critical } of visits) {
      const number = (numbers.get(provider) ?? 0) + 1;
      numbers.set(provider, number);
      const start = plannedAt(day, at);
      const head = [`V${String(number).padStart(6, "0")}`, id, provider, critical ? "critical" : "standard", carers, text(start), text(start + length * MINUTE)];
      if (chance(0.015)) {
        lines.push([...head, "", "", "", pick(["", "provider-failure", "no-access", "no-access", "hospital", "cancelled-by-person", "cancelled-by-council", "refused", "other"]), ""].join(","));
        continue;
      }
      const late = Math.round((3 + spread(lateness[Number(provider.slice(1))]) + (chance(0.08) ? 25 * random() : 0)) * 60);
      const stay = Math.max(60, Math.round(length * 60 * (0.9 + spread(0.18))));
      const outcome = chance(0.002) ? pick(["frustrated", "aborted"]) : "";
      const expected = carers > 1 && chance(0.02) ? carers - 1 : carers;
      const came = new Set();
      while (came.size < expected) came.add(chance(0.06) ? `${provider}-C${String(1 + below(40)).padStart(3, "0")}` : pick(team));
      for (const carer of came) {
        const logIn = start + (late + below(120)) * 1000;
        const logOut = logIn + (chance(0.03) ? pick([25, 40, 55, 56, 60]) * 60 : stay) * 1000;
        lines.push([...head, carer, text(logIn), chance(0.001) ? "" : text(logOut), outcome, pick(["app", "app", "app", "nfc", "phone", "manual"])].join(","));
      }
    }
  }
}
process.stdout.write(`${lines.join("\n")}\n`);
