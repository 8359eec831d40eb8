/** Source files as the repository's own tests read them: what they import, and which globals they mention. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

export interface Source {
  /** Path from the project's folder, with slashes. */
  readonly file: string;
  readonly text: string;
}

export interface Import {
  readonly from: string;
  /** Only types are imported, so that nothing is left of it at run time. */
  readonly typesOnly: boolean;
}

export const project = path.resolve(__dirname, '..', '..');

/** Every file at or below a folder or path of the project. */
export function filesIn(place: string): readonly string[] {
  return readdirSync(path.join(project, place), { withFileTypes: true }).flatMap((entry) => {
    const file = `${place}/${entry.name}`;
    return entry.isDirectory() ? filesIn(file) : [file];
  });
}

/** Code of src/: TypeScript and the plain scripts. */
export function sourcesOf(place: string): readonly Source[] {
  return filesIn(place)
    .filter((file) => /\.(tsx?|mjs|cjs)$/.test(file))
    .map((file) => ({ file, text: readFileSync(path.join(project, file), 'utf8') }));
}

const parsed = ({ file, text }: Source): ts.SourceFile =>
  ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true, file.endsWith('.tsx') ? ts.ScriptKind.TSX : undefined);

function visit(node: ts.Node, see: (node: ts.Node) => void): void {
  see(node);
  ts.forEachChild(node, (child) => visit(child, see));
}

/** A clause that names only types leaves no import behind: `import type`, or each name marked `type`. */
function namesOnlyTypes(clause: ts.ImportClause | undefined): boolean {
  if (!clause) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const named = clause.namedBindings;
  return (
    !clause.name &&
    named !== undefined &&
    ts.isNamedImports(named) &&
    named.elements.length > 0 &&
    named.elements.every((element) => element.isTypeOnly)
  );
}

/** Everything that a file imports, in whatever spelling: import, export from, import(), require(), import types. */
export function importsOf(source: Source): readonly Import[] {
  const found: Import[] = [];
  const add = (specifier: ts.Node | undefined, typesOnly: boolean): void => {
    if (specifier && ts.isStringLiteralLike(specifier)) found.push({ from: specifier.text, typesOnly });
  };
  visit(parsed(source), (node) => {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, namesOnlyTypes(node.importClause));
    else if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly);
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) add(node.argument.literal, true);
    else if (ts.isExternalModuleReference(node)) add(node.expression, false);
    else if (ts.isCallExpression(node)) {
      const requires = ts.isIdentifier(node.expression) && node.expression.text === 'require';
      if (requires || node.expression.kind === ts.SyntaxKind.ImportKeyword) add(node.arguments[0], false);
    }
  });
  return found;
}

/** A name that belongs to something else: the member of an object or type, not the global of that name. */
function isMemberName(node: ts.Identifier): boolean {
  const { parent } = node;
  return (
    (ts.isPropertyAccessExpression(parent) && parent.name === node) ||
    (ts.isQualifiedName(parent) && parent.right === node) ||
    ((ts.isPropertyAssignment(parent) ||
      ts.isPropertySignature(parent) ||
      ts.isPropertyDeclaration(parent) ||
      ts.isMethodSignature(parent) ||
      ts.isMethodDeclaration(parent) ||
      ts.isEnumMember(parent)) &&
      parent.name === node)
  );
}

/** The names that a file uses, and the members of names (`Math.random`), as code: comments and texts do not count. */
export function mentionsOf(source: Source): ReadonlySet<string> {
  const found = new Set<string>();
  visit(parsed(source), (node) => {
    if (!ts.isIdentifier(node) || isMemberName(node)) return;
    found.add(node.text);
    const { parent } = node;
    if (ts.isPropertyAccessExpression(parent) && parent.expression === node) found.add(`${node.text}.${parent.name.text}`);
  });
  return found;
}

/** Whether a file exports something under no name of its own. */
export function hasDefaultExport(source: Source): boolean {
  let found = false;
  visit(parsed(source), (node) => {
    if (ts.isExportAssignment(node)) found ||= !node.isExportEquals;
    else if (ts.isExportSpecifier(node)) found ||= node.name.text === 'default';
    else if (ts.canHaveModifiers(node)) {
      found ||= ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword) ?? false;
    }
  });
  return found;
}
