/** Names that the types of playwright-core take from a browser's; nothing here is used, and the DOM is no part of what this project is checked against. */
type Node = {};
type HTMLElementTagNameMap = {};
