/** A small XML tree, enough to judge a manifest: names without their prefix, attributes, text, children, line. */
const { SaxesParser } = require('saxes');

/** The root element; XML that is not well formed throws an Error with the parser's line and reason. */
function parseXml(text) {
  const parser = new SaxesParser({ xmlns: true });
  const holder = { name: '', attributes: {}, text: '', children: [], line: 0 };
  const open = [holder];
  let failure;
  parser.on('error', (error) => {
    failure ??= error;
  });
  parser.on('opentag', (tag) => {
    const attributes = Object.fromEntries(Object.values(tag.attributes).map(({ local, value }) => [local, value]));
    const element = { name: tag.local, attributes, text: '', children: [], line: parser.line };
    open.at(-1).children.push(element);
    open.push(element);
  });
  parser.on('text', (part) => {
    open.at(-1).text += part;
  });
  parser.on('closetag', () => {
    open.pop();
  });
  parser.write(text).close();
  if (failure) throw failure;
  return holder.children[0];
}

/** All elements of that name below this one, in the order of the file. */
function all(element, name) {
  return element.children.flatMap((child) => [...(child.name === name ? [child] : []), ...all(child, name)]);
}

/** The element at the end of a path of names, or undefined. */
function at(element, ...path) {
  return path.reduce((here, name) => here?.children.find((child) => child.name === name), element);
}

module.exports = { parseXml, all, at };
