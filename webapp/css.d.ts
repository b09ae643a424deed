/** A style sheet is a module whose value is its text: the host loads one script of a plugin, and no style sheet. */
declare module '*.css' {
  const text: string;
  export default text;
}
