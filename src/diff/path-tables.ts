/**
 * Which names mean that a person did not write the file. Well-known names only: a name that could be somebody's own
 * source (a folder `vendor` deep in an application, a `build` script) is not listed. Sources: the package managers' and
 * generators' own documentation, and linguist's vendor.yml and generated.rb as a check list.
 */

/** Lock files, by base name. */
export const LOCK_FILES: ReadonlySet<string> = new Set([
  'package-lock.json',
  'npm-shrinkwrap.json',
  'yarn.lock',
  'pnpm-lock.yaml',
  'bun.lock',
  'bun.lockb',
  'deno.lock',
  'composer.lock',
  'Gemfile.lock',
  'gems.locked',
  'Cargo.lock',
  'poetry.lock',
  'Pipfile.lock',
  'pdm.lock',
  'uv.lock',
  'pixi.lock',
  'conda-lock.yml',
  'go.sum',
  'go.work.sum',
  'Gopkg.lock',
  'glide.lock',
  'Podfile.lock',
  'Package.resolved',
  'Cartfile.resolved',
  'pubspec.lock',
  'mix.lock',
  'rebar.lock',
  'packages.lock.json',
  'project.assets.json',
  'paket.lock',
  'gradle.lockfile',
  'buildscript-gradle.lockfile',
  'flake.lock',
  'MODULE.bazel.lock',
  '.terraform.lock.hcl',
  'Chart.lock',
  'stack.yaml.lock',
  'cabal.project.freeze',
]);

/** Folders of other people's code, wherever they stand. */
export const VENDOR_FOLDERS: ReadonlySet<string> = new Set([
  'node_modules',
  'bower_components',
  'jspm_packages',
  'third_party',
  'third-party',
  'thirdparty',
  '3rdparty',
  'site-packages',
  '__pypackages__',
  'Pods',
  'Godeps',
]);

/** Two parts of a path that only together mean other people's code. */
export const VENDOR_PAIRS: readonly (readonly [folder: string, inside: string])[] = [
  ['.yarn', 'releases'],
  ['.yarn', 'plugins'],
  ['.yarn', 'sdks'],
  ['.yarn', 'cache'],
  ['.yarn', 'unplugged'],
  ['Carthage', 'Checkouts'],
  ['gradle', 'wrapper'],
  ['.mvn', 'wrapper'],
  // `vendor` deep in a tree may be an application's own word; these parts below it are package managers' work.
  ['vendor', 'bundle'],
  ['vendor', 'gems'],
  ['vendor', 'cache'],
  ['vendor', 'composer'],
  ['vendor', 'autoload.php'],
  ['vendor', 'modules.txt'],
];

/** Ends of base names that generators give. */
export const GENERATED_ENDINGS: readonly string[] = [
  '.pb.go',
  '_grpc.pb.go',
  '.pb.gw.go',
  '.pb.cc',
  '.pb.h',
  '_pb2.py',
  '_pb2.pyi',
  '_pb2_grpc.py',
  '_pb.js',
  '_pb.d.ts',
  '_pb.rb',
  '.pb.dart',
  '.pbenum.dart',
  '.pbjson.dart',
  '.pbgrpc.dart',
  '.g.dart',
  '.freezed.dart',
  '.gr.dart',
  '.g.cs',
  '.g.i.cs',
  '.designer.cs',
  '.Designer.cs',
  '.generated.cs',
  '.generated.ts',
  '.generated.js',
  '.gen.go',
  '.gen.ts',
  '_generated.go',
  '_generated.ts',
  '.js.map',
  '.mjs.map',
  '.cjs.map',
  '.css.map',
  '.d.ts.map',
];

/** Base names that tools write. */
export const GENERATED_NAMES: ReadonlySet<string> = new Set([
  '.pnp.cjs',
  '.pnp.loader.mjs',
  'zz_generated.deepcopy.go',
]);

/** Ends of base names of recorded test results. */
export const SNAPSHOT_ENDINGS: readonly string[] = [
  '.snap',
  '.ambr',
  '.approved.txt',
  '.verified.txt',
  '.snap.new',
];

/** Extensions of formats that are not text; a change to such a file without hunks is binary even if nothing else says so. */
export const BINARY_EXTENSIONS: ReadonlySet<string> = new Set(
  (
    '7z a aac apk avi avif bin bmp br bz2 class dex dll dmg doc docx dylib ear eot exe flac gif gz heic icns ico iso jar ' +
    'jks jpeg jpg keystore lib lz4 m4a mkv mov mp3 mp4 nupkg o obj odp ods odt ogg opus otf p12 parquet pdf pfx png ' +
    'ppt pptx psd pyc pyd rar rlib so sqlite sqlite3 svgz swf tar tgz tif tiff ttf war wasm wav webm webp whl woff ' +
    'woff2 xls xlsx xz zip zst'
  ).split(' '),
);
