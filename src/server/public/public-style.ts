import { activitiesCss } from './activities/activities-css'
import { checkCss } from './check-css'
import { lookPartsCss } from './look/look-css'
import { manualCss } from './manual/manual-css'
import { pressCss } from './press/press-css'
import { publicCss } from './public-css'
import { siteCss } from './site/site-css'
import { storyCss } from './story/story-css'
import { voteCss } from './vote-css'

/** One file for every public page. */
export const publicStyle = publicCss + checkCss + voteCss + storyCss + siteCss + activitiesCss + pressCss + manualCss + lookPartsCss
