/** The address at which the network of faces is served. */
declare module '*.tflite?url' {
  const address: string
  export default address
}
