// Elements without a library: this code is there before any.

type Child = Element | string | undefined;

const within = <T extends Element>(parent: T, children: readonly Child[]): T => {
  parent.append(...children.filter((child) => child !== undefined));
  return parent;
};

export function element(tag: string, className: string, ...children: Child[]): HTMLElement {
  const made = document.createElement(tag);
  made.className = className;
  return within(made, children);
}

export function drawing(tag: string, attributes: Record<string, string | number | undefined>, ...children: Element[]): SVGElement {
  const made = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) if (value !== undefined) made.setAttribute(name, String(value));
  return within(made, children);
}
