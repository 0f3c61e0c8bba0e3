import fs from 'node:fs'
import { CORPUS } from './prose.mjs'

/** Of a paragraph of news or of a speech. */
const FEWEST_WORDS = 20
const MOST_WORDS = 130
const LONGEST_RUN = 2
const VOCABULARY = 60_000

/**
 * A writer of paragraphs, none like another. With the corpus at hand, each is put together from runs of one to three words
 * out of different articles, so that words are as common or as rare as in prose, and so are their triples.
 */
export function mixedParagraphs(random) {
  const nextRun = fs.existsSync(CORPUS) ? runsOfCorpus(random) : madeUpWords(random)
  return () => {
    const length = FEWEST_WORDS + Math.floor(random() * (MOST_WORDS - FEWEST_WORDS))
    const words = []
    while (words.length < length) words.push(...nextRun())
    const text = words.join(' ')
    return `${text.charAt(0).toUpperCase()}${text.slice(1).replace(/[^\p{L}\p{N}]+$/u, '')}.`
  }
}

function runsOfCorpus(random) {
  const articles = fs
    .readFileSync(CORPUS, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))
    .filter(({ language }) => language !== 'markdown')
    .map(({ text }) => text.split(/\s+/).filter(Boolean))
  return () => {
    const article = articles[Math.floor(random() * articles.length)]
    const from = Math.floor(random() * article.length)
    return article.slice(from, from + 1 + Math.floor(random() * LONGEST_RUN))
  }
}

/** Words as common as those of a language: the n-th one stands about 1/n as often as the first (Zipf). */
function madeUpWords(random) {
  const vocabulary = Array.from({ length: VOCABULARY }, () => syllables(random))
  return () => [vocabulary[Math.floor(VOCABULARY ** random()) - 1]]
}

const ONSETS = ['b', 'br', 'd', 'f', 'g', 'k', 'l', 'm', 'n', 'p', 'r', 's', 'st', 't', 'tr', 'v', 'w']
const VOWELS = ['a', 'e', 'i', 'o', 'u', 'ai', 'ea', 'ou']

function syllables(random) {
  const any = (list) => list[Math.floor(random() * list.length)]
  const count = 1 + Math.floor(random() * 3)
  return Array.from({ length: count }, () => any(ONSETS) + any(VOWELS)).join('') + (random() < 0.5 ? 'n' : '')
}
