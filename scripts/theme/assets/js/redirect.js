// A short address with a paragraph leads to that paragraph: `opinions/5/#p4`.
const target = document.querySelector('link[rel="canonical"]');
if (location.hash) {
  for (const link of document.links) link.hash = location.hash;
  if (target) location.replace(target.href + location.hash);
}
