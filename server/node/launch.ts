import path from 'node:path'
import { runCompiled } from './run-compiled'

/** The bundle beside this one, and what tells it from others: both are put in when it is built. */
declare const BUNDLE: string
declare const BUNDLE_VERSION: string

runCompiled(path.join(__dirname, BUNDLE), BUNDLE_VERSION)
