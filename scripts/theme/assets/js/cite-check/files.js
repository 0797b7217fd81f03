// The text of a file that a reader opens: plain text, or a Word document.
const WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const BODY = "word/document.xml";
const PARTS = /^word\/(?:document|footnotes|endnotes|header\d*|footer\d*)\.xml$/;

// How files begin whose words cannot be read here: Rich Text, web pages and saved e-mail.
const OTHER_FORMATS = /^\s*(?:\{\\rtf|<(?:!doctype|html)\b|(?:[\w-]+:.*\n(?:[ \t].*\n)*){0,60}(?:MIME-Version|Content-Type|Received):)/i;

// Bytes with more control characters than this share are not text.
const CONTROL = /[\x01-\x08\x0e-\x1f]/g;
const MOST_CONTROL = 0.05;

const END_OF_DIRECTORY = 0x06054b50;
const ENTRY = 0x02014b50;

export async function textOfFile(file) {
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return textOfWord(bytes);
  const text = decoded(bytes);
  if (text === null || OTHER_FORMATS.test(text)) throw new Error("This file is not a text or a .docx file. Copy its text and paste it.");
  return text.replace(/\r\n?/g, "\n");
}

// Text by its byte order mark, as UTF-8 or as Windows text; null for bytes that are not text.
function decoded(bytes) {
  const text = inItsEncoding(bytes);
  const control = text.match(CONTROL)?.length ?? 0;
  return text.includes("\0") || control > 1 + text.length * MOST_CONTROL ? null : text;
}

function inItsEncoding(bytes) {
  const mark = (bytes[0] << 8) | bytes[1];
  if (mark === 0xfffe || mark === 0xfeff) return new TextDecoder(mark === 0xfffe ? "utf-16le" : "utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

// The paragraphs of a Word document and of its notes, with blank lines between them.
async function textOfWord(bytes) {
  try {
    const entries = new Map(zipEntries(bytes));
    if (!entries.has(BODY)) throw new Error("This is not a Word file.");
    const parts = [...entries.keys()].filter((name) => PARTS.test(name)).map((name) => entries.get(name)());
    return (await Promise.all(parts)).flatMap(paragraphs).join("\n\n");
  } catch {
    throw new Error("This file cannot be read as a Word document. Copy its text and paste it.");
  }
}

function paragraphs(xml) {
  const document = new DOMParser().parseFromString(xml, "application/xml");
  return [...document.getElementsByTagNameNS(WORD, "p")].map(wordsOf).filter((words) => words.trim());
}

function wordsOf(paragraph) {
  const signs = { tab: "\t", br: "\n", cr: "\n", noBreakHyphen: "-" };
  const pieces = [...paragraph.getElementsByTagNameNS(WORD, "*")].filter((piece) => piece.closest("p") === paragraph);
  return pieces.map((piece) => (piece.localName === "t" ? piece.textContent : (signs[piece.localName] ?? ""))).join("");
}

// The files in a ZIP archive: the name of each, and a function that unpacks it as text.
function* zipEntries(bytes) {
  const view = new DataView(bytes.buffer);
  let end = bytes.length - 22;
  while (view.getUint32(end, true) !== END_OF_DIRECTORY) end -= 1;
  let at = view.getUint32(end + 16, true);
  while (view.getUint32(at, true) === ENTRY) {
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true));
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
    const [method, size, start] = [view.getUint16(at + 10, true), view.getUint32(at + 20, true), view.getUint32(at + 42, true)];
    const data = start + 30 + view.getUint16(start + 26, true) + view.getUint16(start + 28, true);
    yield [name, () => unpacked(bytes.subarray(data, data + size), method)];
    at += 46 + nameLength + extraLength + commentLength;
  }
}

function unpacked(data, method) {
  const stream = new Blob([data]).stream();
  return new Response(method ? stream.pipeThrough(new DecompressionStream("deflate-raw")) : stream).text();
}
