import type { CaptureMethod } from "../ecm/columns.js";
import { shareText } from "../shared/exact.js";
import { counted, grouped, listed, shareWords, withSource } from "../shared/words.js";
import type { Capture, CaptureTerms } from "./capture.js";

/** How visits were logged: the logs by method, what counts as electronic, and the share of it. */
export function captureWords({ methods, electronic }: Capture, terms: CaptureTerms, source: string | null): string[] {
  const { part, whole, unknown = 0 } = electronic;
  const logs = (Object.keys(METHOD_SAYS) as (keyof typeof METHOD_SAYS)[]).filter((method) => methods[method] > 0).map((method) => `${grouped(methods[method])} ${METHOD_SAYS[method]}`);
  const counts = terms.electronic.length === 0 ? "None of them counts as electronic" : `Electronic is a log ${listed(terms.electronic.map((method) => METHOD_SAYS[method]), "or")}`;
  const one = terms.of === "visits" ? "visit" : "attendance";
  const share =
    whole === 0 ? `There is no ${one} to share`
    : `${grouped(part)} of ${counted(whole, one)} ${part === 1 ? "was" : "were"} logged electronically, ${unknown === 0 ? shareWords(shareText(part, whole)!) : `${shareWords(shareText(part, whole)!)} at least, and ${shareWords(shareText(part + unknown, whole)!)} at most`}`;
  return [
    withSource(`${share}.`, source),
    logs.length === 0 ? "Nothing was logged." : `Logs: ${listed(logs)}.`,
    `${counts}${terms.of === "visits" ? "; a visit is electronic when every log of it is" : ""}. A log without a method ${NOT_GIVEN_SAYS[terms.notGiven]}.`,
  ];
}

const METHOD_SAYS: { readonly [M in CaptureMethod | "notGiven"]: string } = {
  app: "with an app",
  phone: "by phone",
  nfc: "by NFC tag",
  manual: "by hand",
  notGiven: "of which the method is not given",
};

const NOT_GIVEN_SAYS: { readonly [N in CaptureTerms["notGiven"]]: string } = {
  unknown: "may be either: nobody knows",
  "not-electronic": "counts as not electronic",
  "left-out": "is left out",
};
