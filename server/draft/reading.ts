import type { Paragraph } from './paragraph'
import { type Quotation, quotationsOf } from './quotations'
import { sentencesOf } from './sentences'
import type { Span } from './span'
import type { Steps } from './steps'
import { type Token, tokenize } from './tokens'

/**
 * A paragraph as the checks read it, made once and shared by them. It is large, so it is let go once every check has
 * read it; what a check needs later it keeps in its own facts.
 */
export interface Reading {
  readonly paragraph: Paragraph
  readonly prose: string
  readonly tokens: readonly Token[]
  readonly sentences: readonly Span[]
  readonly quotations: readonly Quotation[]
}

/** Reads a paragraph; what a reading `before` an edit has found, and the edit has left, is taken over from it. */
export function readParagraph(paragraph: Paragraph, before?: Reading): Reading {
  const { prose } = paragraph
  const tokens = tokenize(prose, before)
  return {
    paragraph,
    prose,
    tokens,
    sentences: sentencesOf(tokens),
    quotations: quotationsOf(paragraph, tokens),
  }
}

/** The same in steps, for a paragraph that is long. */
export function* readInSteps(paragraph: Paragraph, before?: Reading): Steps<Reading> {
  const { prose } = paragraph
  const tokens = tokenize(prose, before)
  yield
  const sentences = sentencesOf(tokens)
  yield
  return {
    paragraph,
    prose,
    tokens,
    sentences,
    quotations: quotationsOf(paragraph, tokens),
  }
}
