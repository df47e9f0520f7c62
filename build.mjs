// The one build step of the browser side.
//   node build.mjs [--production | --tests]
// Every widgets/kholapath_widgets/<widget>/view.ts becomes a view.js beside it (anywidget loads
// a view from a Blob URL, where relative imports cannot resolve) and the style.css it imports a
// view.css; every edition's host.ts likewise;
// the lab extension's sources become lib/index.js; the fonts are copied out of their packages.

import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { build } from "esbuild";

const WIDGETS = "widgets/kholapath_widgets";
const FONTS = "toolkit/kholapath/fonts";
const LIB = "toolkit/labextension/lib";
const production = process.argv.includes("--production");
const forTests = process.argv.includes("--tests");

/** `virtual:<name>` is a module that imports every match of a glob: a new folder registers itself. */
const FAMILIES = {
  "virtual:question-types": `${WIDGETS}/question/types/*/view.ts`,
  "virtual:widgets": `${WIDGETS}/*/view.ts`,
};

const families = {
  name: "families",
  setup(b) {
    b.onResolve({ filter: /^virtual:/ }, ({ path }) => ({ path, namespace: "family" }));
    b.onLoad({ filter: /.*/, namespace: "family" }, ({ path }) => {
      const files = globSync(FAMILIES[path]).sort();
      const lines = files.map((file, i) => `import m${i} from ${JSON.stringify(resolve(file))};`);
      const entries = files.map((file, i) => `${JSON.stringify(basename(dirname(file)))}: m${i}`);
      return {
        contents: `${lines.join("\n")}\nexport default {${entries.join(", ")}};`,
        resolveDir: process.cwd(),
      };
    });
  },
};

/** `virtual:tokens.css`: the colours and fonts of tokens.json as custom properties. */
const tokens = {
  name: "tokens",
  setup(b) {
    b.onResolve({ filter: /^tokens\.css$/ }, ({ path }) => ({ path, namespace: "tokens" }));
    b.onLoad({ filter: /.*/, namespace: "tokens" }, () => ({
      contents: tokensCss(),
      loader: "css",
    }));
  },
};

function tokensCss() {
  const { color, font, lab } = JSON.parse(readFileSync(`${WIDGETS}/_shared/tokens.json`, "utf8"));
  const set = (i) =>
    Object.entries(color)
      .map(
        ([name, pair]) => `--kp-${name}:${lab[name] ? `var(${lab[name]},${pair[i]})` : pair[i]};`,
      )
      .join("");
  const families = Object.entries(font)
    .map(([name, list]) => `--kp-${name}:${list.map((f) => `"${f}"`).join(",")},${fallback(name)};`)
    .join("");
  // the browser's own controls follow, too
  const dark = `${set(1)}color-scheme:dark;`;
  return [
    `.kp{${set(0)}${families}color-scheme:light;}`,
    `@media screen and (prefers-color-scheme:dark){html:not([data-theme=light]) body:not([data-jp-theme-light]) .kp,html.kp:not([data-theme=light]){${dark}}}`,
    `@media screen{html[data-theme=dark] .kp,html.kp[data-theme=dark],[data-jp-theme-light="false"] .kp{${dark}}}`,
  ].join("\n");
}

const fallback = (name) =>
  ({ serif: "Georgia,serif", sans: "system-ui,sans-serif", mono: "monospace" })[name];

const common = {
  bundle: true,
  format: "esm",
  target: "es2022",
  minify: production,
  legalComments: "none",
  logLevel: "warning",
  plugins: [families, tokens],
  loader: { ".css": "css" },
};

async function views() {
  const entryPoints = globSync(`${WIDGETS}/*/view.ts`).map((file) => ({
    in: file,
    out: file.replace(/\.ts$/, ""),
  }));
  const { metafile } = await build({ ...common, entryPoints, outdir: ".", metafile: true });
  writeFileSync(`${WIDGETS}/THIRD-PARTY.txt`, notices(metafile));
}

/** The copyright notices and licences of what a bundle holds of other packages, each text once. */
function notices(metafile) {
  const homes = Object.keys(metafile.inputs).map(
    (file) => file.match(/^.*node_modules\/(?:@[^/]+\/)?[^/]+/)?.[0],
  );
  const names = new Map();
  for (const home of new Set(homes.filter(Boolean).sort())) {
    const { name, license } = JSON.parse(readFileSync(`${home}/package.json`, "utf8"));
    const [file] = globSync(`${home}/{LICENSE,LICENCE,license}*`).sort();
    if (!file) throw new Error(`${home} has no licence that a bundle could carry`);
    const text = readFileSync(file, "utf8").trim();
    names.set(text, [...(names.get(text) ?? []), `${name} (${license})`]);
  }
  const parts = [...names].map(([text, packages]) => `${packages.join(", ")}\n\n${text}\n`);
  return `This file holds code of others.\n\n${parts.join(`\n${"-".repeat(72)}\n\n`)}`;
}

/** What a page leaves out: its charts arrive compiled to Vega, and Vega-Lite makes none of these. */
const UNUSED = ["vega-lite", "vega-crossfilter", "vega-force", "vega-hierarchy", "vega-wordcloud"];

/** A page's host is small in every build, since every page carries it. */
async function hosts() {
  for (const file of globSync("toolkit/kholapath/editions/**/host.ts")) {
    const unused = join(dirname(file), "unused.ts");
    const alias = UNUSED.map((name) => [name, resolve(unused)]);
    const { metafile, outputFiles } = await build({
      ...common,
      entryPoints: [file],
      outfile: file.replace(/\.ts$/, ".js"),
      format: "iife",
      charset: "utf8",
      minify: true,
      alias: existsSync(unused) ? Object.fromEntries(alias) : {},
      metafile: true,
      write: false,
    });
    for (const { path, text } of outputFiles) {
      // a page goes from hand to hand by itself, so it carries the notices with it
      writeFileSync(path, path.endsWith(".js") ? `/*! ${notices(metafile)}*/\n${text}` : text);
    }
  }
}

async function labextension() {
  rmSync(LIB, { recursive: true, force: true });
  await build({
    ...common,
    entryPoints: ["toolkit/labextension/src/index.ts"],
    outfile: `${LIB}/index.js`,
    external: ["@jupyterlab/*", "@lumino/*"],
    loader: { ...common.loader, ".ttf": "file" },
  });
}

/** Copies what is not there yet, whole or not at all: a lesson may be set on paper meanwhile. */
function fonts() {
  const wanted = [
    ["noto-sans", ["400Regular", "600SemiBold"]],
    ["noto-sans-bengali", ["400Regular", "600SemiBold"]],
    ["noto-serif", ["400Regular", "400Regular_Italic", "600SemiBold"]],
    ["noto-serif-bengali", ["400Regular", "600SemiBold"]],
    ["noto-sans-mono", ["400Regular"]],
  ];
  const copies = wanted.flatMap(([name, styles]) => {
    const home = `node_modules/@expo-google-fonts/${name}`;
    const faces = styles.flatMap((style) => globSync(`${home}/${style}/*.ttf`));
    return [
      ...faces.map((face) => [face, basename(face)]),
      [`${home}/LICENSE_FONT`, `OFL-${name}.txt`],
    ];
  });
  mkdirSync(FONTS, { recursive: true });
  for (const old of readdirSync(FONTS)) {
    if (!copies.some(([, name]) => name === old)) rmSync(join(FONTS, old));
  }
  for (const [from, name] of copies) {
    const to = join(FONTS, name);
    if (existsSync(to) && statSync(to).size === statSync(from).size) continue;
    cpSync(from, `${to}.part`);
    renameSync(`${to}.part`, to);
  }
}

async function tests() {
  const entryPoints = globSync("tests/**/*.test.ts");
  rmSync("build/tests", { recursive: true, force: true });
  await build({
    ...common,
    entryPoints,
    outdir: "build/tests",
    outbase: "tests",
    outExtension: { ".js": ".mjs" },
    platform: "node",
    packages: "external",
    minify: false,
    loader: { ".css": "empty" },
  });
}

/** What a widget or an edition that is gone has left behind would ship with the wheel. */
function clean() {
  const built = [`${WIDGETS}/**/view.{js,css}`, "toolkit/kholapath/editions/**/host.{js,css}"];
  for (const file of globSync(built)) rmSync(file);
}

if (forTests) await tests();
else {
  if (production) clean();
  await Promise.all([views(), hosts(), labextension()]);
  fonts();
}
