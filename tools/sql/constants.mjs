// The SQL constants of the C++ sources as text, so that whoever tests or measures them cannot have another text than the services.
import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))
const read = (file) => readFileSync(`${root}/${file}`, 'utf8').replaceAll(/\\\n\s*/g, '')
const macrosOf = (source) => [...source.matchAll(/^#define (\w+) (.*)$/gm)].map((match) => [match[1], match[2]])

/** `constexpr auto name = "…" MACRO "…";`, where a macro is a string of this file, of a header beside it or of libs/mysql. */
export function sqlConstants(file) {
  const source = read(file)
  const headers = [...globSync('libs/mysql/*.hpp', { cwd: root }), ...globSync(`${file.slice(0, file.lastIndexOf('/'))}/*.hpp`, { cwd: root })]
  const macros = new Map([...headers.flatMap((header) => macrosOf(read(header))), ...macrosOf(source)])
  const textOf = (expression) =>
    [...expression.matchAll(/"((?:[^"\\]|\\.)*)"|(\w+)/g)].map(([, literal, macro]) => literal ?? textOf(macros.get(macro) ?? '')).join('')
  return [...source.matchAll(/constexpr auto (\w+) =\s*([^;]*);/g)]
    .map(([, name, expression]) => ({ where: `${file}: ${name}`, name, text: textOf(expression) }))
    .filter(({ text }) => /^(SELECT|INSERT|UPDATE|DELETE|REPLACE)\b/.test(text))
}

/** All constants of the files of a pattern. */
export const sqlConstantsOf = (pattern) => globSync(pattern, { cwd: root }).sort().flatMap(sqlConstants)

/** One constant. */
export function sqlConstant(file, name) {
  const found = sqlConstants(file).find((one) => one.name === name)
  if (!found) throw new Error(`${file} has no SQL constant ${name}`)
  return found.text
}
