/** Names that the types of playwright-core take from a browser's; nothing here is used, and the DOM is no part of what this project is checked against. */
interface Node {
  readonly nodeType: number;
}
interface HTMLElementTagNameMap {
  readonly html: Node;
}
