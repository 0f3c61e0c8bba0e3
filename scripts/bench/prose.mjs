/** Published prose to measure on, where a corpus of it lies beside the project. */
import fs from 'node:fs'

/** One JSON object a line, with its `language` and `text`. */
export const CORPUS = '../shared/gold/prose-articles.jsonl'

/** So many characters of published prose, article after article; undefined where there is no corpus. */
export function publishedProse(languageId, characters) {
  if (!fs.existsSync(CORPUS)) return undefined
  let prose = ''
  for (const line of fs.readFileSync(CORPUS, 'utf8').trim().split('\n')) {
    const { language, text } = JSON.parse(line)
    if ((language === 'markdown') !== (languageId === 'markdown')) continue
    prose += `${text.trim()}\n\n`
    if (prose.length >= characters) return prose.slice(0, characters)
  }
  return prose
}
