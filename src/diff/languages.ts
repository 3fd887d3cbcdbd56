import asciiDoc from 'linguist-languages/data/AsciiDoc';
import astro from 'linguist-languages/data/Astro';
import batchfile from 'linguist-languages/data/Batchfile';
import c from 'linguist-languages/data/C';
import cPlusPlus from 'linguist-languages/data/C_2b__2b_';
import cSharp from 'linguist-languages/data/C_23_';
import clojure from 'linguist-languages/data/Clojure';
import cMake from 'linguist-languages/data/CMake';
import cSS from 'linguist-languages/data/CSS';
import dart from 'linguist-languages/data/Dart';
import dockerfile from 'linguist-languages/data/Dockerfile';
import elixir from 'linguist-languages/data/Elixir';
import erlang from 'linguist-languages/data/Erlang';
import fSharp from 'linguist-languages/data/F_23_';
import go from 'linguist-languages/data/Go';
import goModule from 'linguist-languages/data/Go_20_Module';
import gradle from 'linguist-languages/data/Gradle';
import graphQL from 'linguist-languages/data/GraphQL';
import groovy from 'linguist-languages/data/Groovy';
import haskell from 'linguist-languages/data/Haskell';
import hCL from 'linguist-languages/data/HCL';
import hTML from 'linguist-languages/data/HTML';
import iNI from 'linguist-languages/data/INI';
import java from 'linguist-languages/data/Java';
import javaProperties from 'linguist-languages/data/Java_20_Properties';
import javaScript from 'linguist-languages/data/JavaScript';
import jSON from 'linguist-languages/data/JSON';
import jSONwithComments from 'linguist-languages/data/JSON_20_with_20_Comments';
import jSON5 from 'linguist-languages/data/JSON5';
import julia from 'linguist-languages/data/Julia';
import kotlin from 'linguist-languages/data/Kotlin';
import less from 'linguist-languages/data/Less';
import lua from 'linguist-languages/data/Lua';
import makefile from 'linguist-languages/data/Makefile';
import markdown from 'linguist-languages/data/Markdown';
import mDX from 'linguist-languages/data/MDX';
import nix from 'linguist-languages/data/Nix';
import objectiveC from 'linguist-languages/data/Objective-C';
import oCaml from 'linguist-languages/data/OCaml';
import perl from 'linguist-languages/data/Perl';
import pHP from 'linguist-languages/data/PHP';
import powerShell from 'linguist-languages/data/PowerShell';
import protocolBuffer from 'linguist-languages/data/Protocol_20_Buffer';
import python from 'linguist-languages/data/Python';
import r from 'linguist-languages/data/R';
import ruby from 'linguist-languages/data/Ruby';
import rust from 'linguist-languages/data/Rust';
import reStructuredText from 'linguist-languages/data/reStructuredText';
import sass from 'linguist-languages/data/Sass';
import sCSS from 'linguist-languages/data/SCSS';
import scala from 'linguist-languages/data/Scala';
import shell from 'linguist-languages/data/Shell';
import solidity from 'linguist-languages/data/Solidity';
import sQL from 'linguist-languages/data/SQL';
import starlark from 'linguist-languages/data/Starlark';
import sVG from 'linguist-languages/data/SVG';
import svelte from 'linguist-languages/data/Svelte';
import swift from 'linguist-languages/data/Swift';
import tOML from 'linguist-languages/data/TOML';
import tSX from 'linguist-languages/data/TSX';
import typeScript from 'linguist-languages/data/TypeScript';
import vue from 'linguist-languages/data/Vue';
import xML from 'linguist-languages/data/XML';
import yAML from 'linguist-languages/data/YAML';
import zig from 'linguist-languages/data/Zig';

/** What linguist knows of a language, as far as we use it. */
export interface LanguageData {
  readonly extensions?: readonly string[];
  readonly filenames?: readonly string[];
  readonly interpreters?: readonly string[];
}

/**
 * Our id of every language we tell apart, with linguist's data. Where two languages claim the same extension or file
 * name, the one that stands first has it. Single languages are imported, so that a bundle holds no others.
 */
export const LANGUAGES: readonly (readonly [id: string, data: LanguageData])[] = [
  ['javascript', javaScript],
  ['typescript', typeScript],
  ['tsx', tSX],
  ['python', python],
  ['go', go],
  ['java', java],
  ['ruby', ruby],
  ['rust', rust],
  ['csharp', cSharp],
  ['php', pHP],
  ['kotlin', kotlin],
  ['c', c],
  ['cpp', cPlusPlus],
  ['objective-c', objectiveC],
  ['bash', shell],
  ['dockerfile', dockerfile],
  ['hcl', hCL],
  ['sql', sQL],
  ['json', jSON],
  ['jsonc', jSONwithComments],
  ['json5', jSON5],
  ['yaml', yAML],
  ['markdown', markdown],
  ['mdx', mDX],
  ['html', hTML],
  ['css', cSS],
  ['scss', sCSS],
  ['sass', sass],
  ['less', less],
  ['vue', vue],
  ['svelte', svelte],
  ['astro', astro],
  ['toml', tOML],
  ['svg', sVG],
  ['swift', swift],
  ['scala', scala],
  ['dart', dart],
  ['groovy', groovy],
  ['gradle', gradle],
  ['lua', lua],
  ['perl', perl],
  ['r', r],
  ['julia', julia],
  ['elixir', elixir],
  ['erlang', erlang],
  ['haskell', haskell],
  ['clojure', clojure],
  ['fsharp', fSharp],
  ['ocaml', oCaml],
  ['zig', zig],
  ['nix', nix],
  ['solidity', solidity],
  ['powershell', powerShell],
  ['batch', batchfile],
  ['makefile', makefile],
  ['cmake', cMake],
  ['starlark', starlark],
  ['graphql', graphQL],
  ['protobuf', protocolBuffer],
  ['properties', javaProperties],
  ['ini', iNI],
  ['gomod', goModule],
  ['rst', reStructuredText],
  ['asciidoc', asciiDoc],
  ['xml', xML],
];
