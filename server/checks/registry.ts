import type { Check } from './check'
import { duplicateParagraph } from './duplicate-paragraph'
import { unattributedQuote } from './unattributed-quote'
import { vagueTime } from './vague-time'

/** Every check there is: the one place where a check is registered. */
export const CHECKS = [duplicateParagraph, unattributedQuote, vagueTime] as readonly Check<unknown, unknown>[]
