/** 涉密材料不得上网: one quiet line on every page that takes files. */
import { articles, neverOnline } from '#core/secrecy/say'
import { useWords } from '../text/use-text'
import { ClauseRef } from './clause-ref'

export const NeverOnline = () => <p className="detail muted never-online">{useWords()(neverOnline)} <ClauseRef clause={articles.noNetwork} withSource /></p>
