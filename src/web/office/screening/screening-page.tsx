export const ScreeningPage = () => null
