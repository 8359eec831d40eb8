import { withAttributes, type Splice, type XmlElement } from './xml';

/** One list of the style sheet, whose members are referred to by their place. */
export class StyleList {
  readonly elements: readonly XmlElement[];
  private readonly places = new Map<string, number>();
  private readonly appended: string[];

  constructor(
    private readonly xml: string,
    private readonly element: XmlElement,
    appended: readonly string[] = [],
  ) {
    this.elements = element.children;
    this.appended = [...appended];
    this.elements.forEach((child, place) => {
      const text = xml.slice(child.start, child.end);
      this.places.set(text, this.places.get(text) ?? place);
    });
  }

  at(index: string | undefined): XmlElement | undefined {
    return this.elements[Number(index ?? 0)];
  }

  /** The place of a member, which is appended unless the list has the very same. */
  add(xml: string): number {
    const known = this.places.get(xml);
    if (known !== undefined) {
      return known;
    }
    const place = this.elements.length + this.appended.length;
    this.appended.push(xml);
    this.places.set(xml, place);
    return place;
  }

  splices(): Splice[] {
    if (this.appended.length === 0) {
      return [];
    }
    const { start, openEnd, closeStart, selfClosing, name, attributes } = this.element;
    const count = String(this.elements.length + this.appended.length);
    const tag = withAttributes(
      this.xml.slice(start, openEnd),
      new Map(attributes.has('count') ? [['count', count]] : []),
      false,
    );
    const members = this.appended.join('');
    return selfClosing
      ? [{ start, end: openEnd, text: `${tag}${members}</${name}>` }]
      : [
          { start, end: openEnd, text: tag },
          { start: closeStart, end: closeStart, text: members },
        ];
  }
}
