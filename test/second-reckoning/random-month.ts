/**
 * A small adversarial export, the same for the same seed. Nothing in it is about a real person.
 */

export interface RandomMonthOptions {
  /** Rows in any order, instead of by planned day. */
  shuffle?: boolean;
  /** How times are written; by default the seed chooses. */
  times?: "wall" | "offset" | "zulu" | "mixed";
  /** First day, YYYY-MM-DD; by default the seed chooses, mostly around a clock change. */
  firstDay?: string;
  days?: number;
  providers?: number;
  serviceUsers?: number;
  /** Rejected rows (on unless false). */
  rejected?: boolean;
  /** Conflicting rows, log-outs without log-ins, contradictions, planned ends not after starts (on unless false). */
  contradictory?: boolean;
  /** Ids with a line break inside quotes (off unless true). */
  lineBreaksInIds?: boolean;
}

const COLUMNS = [
  "visit_id", "service_user_id", "provider_id", "priority", "carers_required", "planned_start", "planned_end",
  "carer_id", "actual_start", "actual_end", "outcome", "capture_method",
];

interface Random {
  below(n: number): number;
  chance(p: number): boolean;
  pick<T>(from: readonly T[]): T;
}

/** mulberry32 */
function random(seed: number): Random {
  let state = (seed ^ 0x9e3779b9) >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  for (let i = 0; i < 5; i += 1) next();
  const below = (n: number): number => Math.floor(next() * n);
  return {
    below,
    chance: (p) => next() < p,
    pick: <T>(from: readonly T[]): T => {
      const one = from[below(from.length)];
      if (one === undefined && from.length === 0) throw new Error("nothing to pick from");
      return one as T;
    },
  };
}

const clock = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/London", hourCycle: "h23", year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit",
});
const offsets = new Map<number, number>();

/** Seconds London is ahead of UTC, by the time zone data of the platform. */
function offsetAt(instant: number): number {
  const hour = Math.floor(instant / 3600);
  let offset = offsets.get(hour);
  if (offset === undefined) {
    const parts: Record<string, number> = {};
    for (const part of clock.formatToParts(hour * 3600 * 1000)) parts[part.type] = Number(part.value);
    const wall = Date.UTC(parts["year"] ?? 0, (parts["month"] ?? 1) - 1, parts["day"] ?? 1, parts["hour"] ?? 0, parts["minute"] ?? 0) / 1000;
    offset = wall - hour * 3600;
    offsets.set(hour, offset);
  }
  return offset;
}

function iso(naive: number, withSeconds: boolean): string {
  const text = new Date(naive * 1000).toISOString();
  return withSeconds || naive % 60 !== 0 ? text.slice(0, 19) : text.slice(0, 16);
}

function written(instant: number, style: "wall" | "offset" | "zulu" | "foreign", withSeconds: boolean): string {
  if (style === "zulu") return `${iso(instant, withSeconds)}Z`;
  if (style === "foreign") return `${iso(instant + 19800, withSeconds)}+05:30`;
  const offset = offsetAt(instant);
  const text = iso(instant + offset, withSeconds);
  if (style === "wall") return text;
  return `${text}${offset === 3600 ? "+01:00" : "+00:00"}`;
}

/** The instant of a London wall time (the earlier of two; a skipped one an hour forward). */
function instantOf(naive: number): number {
  const early = naive - 3600;
  return offsetAt(early) === 3600 ? early : naive;
}

const LENGTHS = [0, 1, 25, 26, 40, 41, 55, 56, 57, 60, 61, 70, 71, 85, 86, 116, 120, 121];
const PARTS = [-31, -30, -29, -1, 0, 0, 0, 1, 29, 30, 31, 59];
const PLANNED_LENGTHS = [15, 15, 30, 30, 30, 45, 60, 25, 26, 40, 41, 55, 56, 57, 70, 71, 90, 120, 121];
const LIMITS = [-3600, -1800, -900, 900, 1800, 3600];
const OUTCOMES_ALONE = [
  "", "", "no-access", "hospital", "cancelled-by-person", "cancelled-by-council", "provider-failure", "refused", "aborted",
  "frustrated", "suspended", "other",
];
const NOT_COMPLETED = ["no-access", "refused", "frustrated", "aborted"];
const CONTRADICTIONS = ["hospital", "cancelled-by-person", "cancelled-by-council", "suspended", "provider-failure", "other"];
const FIRST_DAYS = [
  "2025-03-10", "2025-03-17", "2025-10-06", "2025-10-13", "2026-03-02", "2026-03-16", "2026-03-20", "2026-10-05", "2026-10-12",
  "2024-10-14", "2024-02-20", "2025-12-22", "2026-06-01", "2027-03-15", "2027-10-18",
];

interface Slot {
  readonly minute: number;
  readonly length: number;
  readonly critical: boolean;
  readonly required: number;
  readonly dailyId: string;
}

type Fields = Record<string, string>;

export function randomMonth(seed: number, options: RandomMonthOptions = {}): string {
  const r = random(seed);
  const firstDay = options.firstDay ?? r.pick(FIRST_DAYS);
  const first = Date.parse(`${firstDay}T00:00:00Z`) / 1000 + (options.firstDay === undefined ? r.below(4) * 86400 : 0);
  const days = options.days ?? 15 + r.below(26);
  const times = options.times ?? r.pick(["wall", "wall", "offset", "zulu", "mixed"] as const);
  const awkward = r.chance(0.4);
  const providerCount = options.providers ?? 2 + r.below(3);
  const userCount = options.serviceUsers ?? 3 + r.below(6);
  const providers = ["P1", "P2", "P10", "p1"].slice(0, providerCount);
  while (providers.length < providerCount) providers.push(`P${providers.length * 7}`);
  if (awkward) {
    providers[0] = r.pick(['P,1', 'P"1"', " P1", "\u{1F600}", "\uFF5E"]);
    if (r.chance(0.5)) providers[1] = r.pick(["\uFF5E2", "P2 é", "P;2", "\u{1F600}2"]);
  }
  const strange = (id: string): string => {
    if (!awkward || !r.chance(0.2)) return id;
    const shapes = [`${id},x`, `${id} "q"`, `"${id}`, `${id}é`, `${id}\u{1F600}`, `${id}\uFF5E`, `${id} `];
    if (options.lineBreaksInIds === true) shapes.push(`${id}\nx`, `${id}\r\nx`);
    return r.pick(shapes);
  };
  // Few carers, so that limits of continuity are met by a carer more or less; one id works at two providers.
  const pools = new Map<string, string[]>();
  for (const provider of providers) {
    pools.set(provider, [...Array.from({ length: 3 + r.below(6) }, (_, i) => strange(`${r.chance(0.2) ? "C" : provider.slice(0, 2)}-${i}`)), "agency"]);
  }

  const rows: { day: number; fields: Fields }[] = [];
  const counters = new Map<string, number>();
  const daily = new Map(providers.map((provider) => [provider, r.chance(0.4)]));

  const users = Array.from({ length: userCount }, (_, u) => {
    const own = [r.pick(providers)];
    if (r.chance(0.3)) own.push(r.pick(providers)); // a service user of two providers
    const density = r.pick([1, 0.8, 0.5, 0.25]); // how often a slot is visited
    const count = r.pick([1, 1, 2, 2, 3]);
    const slots: Slot[] = [];
    for (let s = 0; s < count; s += 1) {
      const minute = r.chance(0.15)
        ? r.pick([0, 15, 30, 59, 60, 75, 90, 105, 119, 120, 150, 1410, 1425, 1430, 1439]) // clock changes and midnight
        : 420 + r.below(180) * 5;
      slots.push({
        minute, length: r.pick(PLANNED_LENGTHS), critical: r.chance(0.25), required: r.pick([1, 1, 1, 1, 2, 2, 3]),
        dailyId: r.chance(0.06) && options.contradictory !== false ? "V-shared" : `V${u}-${s}`, // "V-shared" of two service users on one day is in conflict
      });
    }
    return { id: strange(`SU${u}`), providers: own, density, slots, team: r.below(3) };
  });

  const logText = (instant: number, style: "wall" | "offset" | "zulu" | "mixed"): string => {
    const one = style === "mixed" ? r.pick(["wall", "offset", "zulu", "foreign"] as const) : style;
    return written(instant, one, !r.chance(0.2));
  };

  for (let d = 0; d < days; d += 1) {
    for (const user of users) {
      for (const slot of user.slots) {
        if (!r.chance(user.density)) continue;
        const provider = r.pick(user.providers);
        const pool = pools.get(provider) ?? ["C"];
        const naive = first + d * 86400 + slot.minute * 60;
        const start = instantOf(naive);
        let end = start + slot.length * 60;
        if (options.contradictory !== false && r.chance(0.01)) end = start - r.pick([0, 60, 600]); // planned end not after start
        const counter = (counters.get(provider) ?? 0) + 1;
        counters.set(provider, counter);
        const visitId = daily.get(provider) === true ? slot.dailyId : strange(`V${counter}`);
        const required = r.chance(0.03) ? 1 + r.below(4) : slot.required;
        // Skipped wall times can be written only as wall time, from the plan and not from the instant.
        const startText = (): string => (times === "wall" ? iso(naive, !r.chance(0.2)) : logText(start, times));
        const base = (): Fields => ({
          visit_id: visitId, service_user_id: user.id, provider_id: provider, priority: slot.critical ? "critical" : "standard",
          carers_required: String(required), planned_start: startText(), planned_end: logText(end, times),
          carer_id: "", actual_start: "", actual_end: "", outcome: "", capture_method: "",
        });
        const ownRows: Fields[] = [];

        // ---- nobody came
        if (r.chance(0.12)) {
          const outcome = r.pick(OUTCOMES_ALONE);
          const expected = r.chance(0.3) ? 1 + r.below(2) : 0; // expected carers who did not come
          if (expected === 0) ownRows.push({ ...base(), outcome });
          for (let i = 0; i < expected; i += 1) ownRows.push({ ...base(), outcome, carer_id: pool[i] ?? "C" });
        } else {
          // ---- somebody came
          let outcome = "";
          if (r.chance(0.05)) outcome = r.pick(NOT_COMPLETED);
          else if (options.contradictory !== false && r.chance(0.012)) outcome = r.pick(CONTRADICTIONS);
          const come = Math.max(1, r.chance(0.15) ? required + r.pick([-1, -1, 1, 1, 2]) : required);
          const regular = r.chance(0.75);
          const here: string[] = [];
          for (let i = 0; i < come; i += 1) here.push(regular ? (pool[(user.team + i) % pool.length] ?? "C") : r.pick(pool)); // sometimes the same carer again
          const together = r.chance(0.5);
          const lateness = r.chance(0.35)
            ? r.pick(LIMITS) + r.pick([-1, 0, 0, 1])
            : r.chance(0.08)
              ? r.pick([3599, 3600, 3601, 5400, 7200, 14400, 30000, 86400, -7200]) // overtakes the next planned visit
              : r.below(2400) - 900;
          let previousEnd = start;
          for (const carer of here) {
            let logIn = start + lateness + (together || r.chance(0.3) ? 0 : r.pick([-600, -61, -60, -1, 1, 59, 60, 300, 1800, 7200]));
            if (here.length > 1 && r.chance(0.08)) logIn = previousEnd + r.pick([0, 0, 1]); // just touching, or just not
            const length = r.chance(0.55)
              ? Math.max(0, r.pick(LENGTHS) * 60 + r.pick(PARTS))
              : Math.max(0, slot.length * 60 + r.below(1200) - 800);
            const logOut = logIn + length;
            previousEnd = logOut;
            const fields = (from: number | null, to: number | null): Fields => ({
              ...base(), outcome, carer_id: carer, actual_start: from === null ? "" : logText(from, times),
              actual_end: to === null ? "" : logText(to, times), capture_method: r.pick(["app", "phone", "nfc", "manual", ""]),
            });
            if (r.chance(0.02)) ownRows.push(fields(null, null)); // expected, did not come
            else if (r.chance(0.021)) ownRows.push(fields(logIn, null)); // log-out missing
            else if (options.contradictory !== false && r.chance(0.008)) ownRows.push(fields(null, logOut)); // log-in missing
            else if (r.chance(0.12) && length > 4) {
              // several logs of one carer: apart, touching, overlapping, one inside the other, or the same twice
              const middle = logIn + Math.max(1, Math.floor((length * (1 + r.below(3))) / 4));
              const shape = r.below(5);
              if (shape === 0) ownRows.push(fields(logIn, middle), fields(middle + 60 + r.below(900), logOut + 960));
              else if (shape === 1) ownRows.push(fields(logIn, middle), fields(middle, logOut));
              else if (shape === 2) ownRows.push(fields(logIn, middle + 1), fields(middle - 1, logOut));
              else if (shape === 3) ownRows.push(fields(logIn, logOut), fields(logIn + 1, middle));
              else ownRows.push(fields(logIn, logOut), fields(logIn, logOut));
              if (r.chance(0.12)) ownRows.push(fields(logOut + 1200, null)); // came back and never logged out
            } else ownRows.push(fields(logIn, logOut));
          }
        }

        // ---- rows that disagree
        if (options.contradictory !== false && r.chance(0.012)) {
          const row = { ...(ownRows[ownRows.length - 1] ?? base()) };
          const what = r.below(6);
          if (what === 0) row["service_user_id"] = r.pick(users).id;
          else if (what === 1) row["priority"] = slot.critical ? "standard" : "critical";
          else if (what === 2) row["carers_required"] = String(required + 1);
          else if (what === 3) row["planned_end"] = logText(end + 60, times);
          else if (what === 4) row["outcome"] = row["outcome"] === "" ? r.pick(OUTCOMES_ALONE) : "";
          else row["planned_start"] = logText(start + 1, times);
          ownRows.push(row);
        }

        // ---- rows that are rejected
        if (options.rejected !== false && r.chance(0.015)) {
          const row = { ...(ownRows[ownRows.length - 1] ?? base()) };
          const what = r.below(14);
          if (what === 0) row["extra"] = "one field too many";
          else if (what === 1) row["short"] = "one field too few";
          else if (what === 2) row[r.pick(["visit_id", "service_user_id", "provider_id", "planned_start", "planned_end"])] = "";
          else if (what === 3) Object.assign(row, { carer_id: "", actual_start: logText(start, times) });
          else if (what === 4) Object.assign(row, { carer_id: "", actual_start: "", actual_end: logText(end, times) });
          else if (what === 5) row["priority"] = r.pick(["", "Standard", "urgent", " critical"]);
          else if (what === 6) row["outcome"] = r.pick(["No-access", "cancelled", "none", " "]);
          else if (what === 7) row["capture_method"] = r.pick(["App", "gps", "-"]);
          else if (what === 8) row["carers_required"] = r.pick(["", "0", "-1", "1.0", "1.5", "two", "+1", " 1", "1e0"]);
          else if (what === 9) row[r.pick(["planned_start", "planned_end"])] = r.pick(["2026-02-30T08:00", "2026-03-16 08:00:00", "2026-03-16T24:00", "16/03/2026 08:00", "2026-03-16T08:00:00.5Z"]);
          else if (what === 10) Object.assign(row, { carer_id: row["carer_id"] === "" ? "C" : (row["carer_id"] ?? "C"), actual_start: r.pick(["2026-3-16T08:00", "2026-03-16T8:00", "2026-03-16T08:60", "2026-03-16T08:00:60", "08:00", "2026-13-01T08:00", "2026-03-16T08:00+1"]) });
          else if (what === 11) Object.assign(row, { carer_id: "C", actual_start: written(start, "zulu", true), actual_end: written(start - r.pick([1, 60, 3600]), "zulu", true) });
          else if (what === 12) Object.assign(row, { priority: "?", outcome: "?", planned_end: "?" }); // several at once: one finding
          else Object.assign(row, { visit_id: `${visitId}-only-rejected`, carers_required: "none" }); // a visit with no accepted row
          if (r.chance(0.5)) ownRows.push(row);
          else ownRows.unshift(row);
        }
        for (const fields of ownRows) rows.push({ day: Math.floor(naive / 86400), fields });
      }
    }
  }

  if (options.shuffle === true) {
    const order = random(seed + 7919); // its own, so that the rest of the file stays the same
    for (let i = rows.length - 1; i > 0; i -= 1) {
      const j = order.below(i + 1);
      const [a, b] = [rows[i], rows[j]];
      if (a !== undefined && b !== undefined) [rows[i], rows[j]] = [b, a];
    }
  }

  // ---- headings, sometimes in another order, sometimes with columns of the caller's own
  const columns = [...COLUMNS];
  if (r.chance(0.3)) for (let i = columns.length - 1; i > 0; i -= 1) {
    const j = r.below(i + 1);
    const [a, b] = [columns[i], columns[j]];
    if (a !== undefined && b !== undefined) [columns[i], columns[j]] = [b, a];
  }
  if (r.chance(0.25)) columns.splice(r.below(columns.length + 1), 0, "note");
  if (r.chance(0.1)) columns.push("branch, region");
  const quoteAll = r.chance(0.15);
  const field = (text: string): string =>
    /[",\r\n]/.test(text) || quoteAll || r.chance(0.03) ? `"${text.replaceAll('"', '""')}"` : text;
  const lineEnd = r.pick(["\n", "\n", "\r\n"]);
  const lines = [columns.map(field).join(",")];
  for (const { fields } of rows) {
    const cells = columns.map((column) => field(fields[column] ?? (column === "note" && r.chance(0.2) ? "a, note" : "")));
    if (fields["extra"] !== undefined) cells.push("extra");
    if (fields["short"] !== undefined) cells.pop();
    lines.push(cells.join(","));
    if (r.chance(0.004)) lines.push("");
  }
  return (r.chance(0.1) ? "\uFEFF" : "") + lines.join(lineEnd) + (r.chance(0.9) ? lineEnd : "");
}
