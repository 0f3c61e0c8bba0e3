import type { Paragraph } from '../../draft/paragraph'
import { readParagraph } from '../../draft/reading'
import type { Token } from '../../draft/tokens'
import { type Attribution, attributionOf } from './attribution'
import { type Frame, framesOf, quotedOf } from './frames'
import { organisationBefore } from './organisation'
import { reportedIn } from './reported-speech'

/**
 * The body of people of which a paragraph tells last ("The Harbour Board is glad."), to which an "it said" behind it may
 * point. Few do, so it is looked for where one does, and no fact that every paragraph has.
 */
export function organisationIn(paragraph: Paragraph): Attribution | undefined {
  const { tokens, frames } = framed(paragraph)
  const found = organisationBefore(frames, frames.length, tokens)
  return found && attributionOf(found, tokens)
}

/** Whose speech a paragraph reports in its last sentence and in its first one, if they quote nobody. Read where it is asked for. */
export function reportersIn(paragraph: Paragraph): {
  readonly first: Attribution | undefined
  readonly last: Attribution | undefined
} {
  const { tokens, frames } = framed(paragraph)
  const reporterOf = (frame: Frame | undefined): Attribution | undefined => {
    const found = frame && !frame.quoted.length ? reportedIn(frame, tokens) : undefined
    return found?.speaker && attributionOf(found, tokens)
  }
  return { first: reporterOf(frames[0]), last: reporterOf(frames.at(-1)) }
}

function framed(paragraph: Paragraph): {
  readonly tokens: readonly Token[]
  readonly frames: readonly Frame[]
} {
  const { tokens, sentences, quotations } = readParagraph(paragraph)
  return { tokens, frames: framesOf(tokens, sentences, quotedOf(quotations, tokens)) }
}
