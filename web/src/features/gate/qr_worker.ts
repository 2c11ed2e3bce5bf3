// Reads QR codes from pictures, beside the page: with the browser's own reader where it has one (Android), else with ZXing's, whose WebAssembly
// is loaded only then, and allowed to this worker alone (scripts/edge_conf.mjs).
import { prepareZXingModule, readBarcodes } from "zxing-wasm/reader";
import wasmUrl from "zxing-wasm/reader/zxing_reader.wasm?url";

type Read = (picture: ImageBitmap) => Promise<string | undefined>;

interface Detector {
  detect: (picture: ImageBitmap) => Promise<{ rawValue: string }[]>;
}
interface DetectorClass {
  new (options: { formats: string[] }): Detector;
  getSupportedFormats: () => Promise<string[]>;
}

async function byBrowser(): Promise<Read | undefined> {
  const { BarcodeDetector } = self as unknown as { BarcodeDetector?: DetectorClass };
  const formats = await BarcodeDetector?.getSupportedFormats().catch((): string[] => []);
  if (!BarcodeDetector || !formats?.includes("qr_code")) return undefined;
  const detector = new BarcodeDetector({ formats: ["qr_code"] });
  return async (picture) => (await detector.detect(picture))[0]?.rawValue;
}

async function byZxing(): Promise<Read> {
  await prepareZXingModule({ overrides: { locateFile: () => wasmUrl }, fireImmediately: true });
  const paper = new OffscreenCanvas(0, 0);
  const pen = paper.getContext("2d", { willReadFrequently: true })!;
  const read: Read = async (picture) => {
    Object.assign(paper, { width: picture.width, height: picture.height });
    pen.drawImage(picture, 0, 0);
    const [found] = await readBarcodes(pen.getImageData(0, 0, picture.width, picture.height), { formats: ["QRCode"], maxNumberOfSymbols: 1 });
    return found?.text;
  };
  await read(await createImageBitmap(new ImageData(64, 64))); // the first is slow
  return read;
}

const reading = byBrowser().then((found) => found ?? byZxing());
void reading.then(() => postMessage(undefined));

addEventListener("message", async ({ data }: MessageEvent<ImageBitmap>) => {
  const read = await reading;
  const text = await read(data).catch(() => undefined);
  data.close();
  postMessage(text);
});
