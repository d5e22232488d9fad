// Makes docs/images/month.png: the page that `assess --html` writes, as a browser shows it.
//
//   npm run build && node scripts/screenshot.mjs [EXPORT.csv]
//
// Needs Chromium: its path in CHROMIUM, or /usr/bin/chromium.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const WIDTH = 1280;
const HEIGHT = 1760;
const MOST_BYTES = 400_000;

const root = fileURLToPath(new URL("..", import.meta.url));
const source = resolve(process.argv[2] ?? join(root, "examples/export.csv"));
const image = join(root, "docs/images/month.png");
const folder = mkdtempSync(join(tmpdir(), "homecare-rules-"));
try {
  const page = join(folder, "month.html");
  execFileSync(process.execPath, [join(root, "dist/cli/main.js"), "assess", source, "--html", page], { stdio: ["ignore", "ignore", "inherit"] });
  mkdirSync(join(root, "docs/images"), { recursive: true });
  execFileSync(
    process.env.CHROMIUM ?? "/usr/bin/chromium",
    [
      "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
      "--hide-scrollbars", `--user-data-dir=${join(folder, "profile")}`, `--window-size=${WIDTH},${HEIGHT}`, `--screenshot=${image}`, pathToFileURL(page).href,
    ],
    { stdio: "ignore" },
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
const { size } = statSync(image);
if (size > MOST_BYTES) throw new Error(`${image} has ${size} bytes, more than ${MOST_BYTES}: lower HEIGHT`);
console.log(`${image}: ${size} bytes`);
