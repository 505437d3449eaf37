/** 换手机拍: how long the code on the screen waits for the telephone, and how long the telephone is let in then. Minutes of real time. */
export const CODE_MINUTES = 5
export const PASS_MINUTES = 60
