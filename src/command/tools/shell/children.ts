import { forEachChild, type SyntaxNode } from 'unbash';
import type { Walk } from './walk.ts';

/** Reads the commands inside every part of a node. */
export function forEachPart(node: SyntaxNode, walk: Walk): void {
  forEachChild(node, (child) => walk.nested(child));
}
