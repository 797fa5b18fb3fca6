/**
 * A stream for computers without a camera: sample pictures drawn one after the other, from useless to good, as a hand
 * that comes closer and settles.
 */
export async function standInStream(): Promise<MediaStream> {
  const names = (await (await fetch('/samples')).json()) as string[];
  const pictures = await Promise.all(
    names.map(async (name) => createImageBitmap(await (await fetch(name)).blob())),
  );
  const canvas = document.createElement('canvas');
  canvas.width = 1280;
  canvas.height = 960;
  const context = canvas.getContext('2d');
  let frame = 0;
  const draw = (): void => {
    const picture = pictures[Math.min(pictures.length - 1, Math.floor(frame++ / 8))];
    if (!picture || !context) return;
    const scale = Math.min(canvas.width / picture.width, canvas.height / picture.height);
    const [width, height] = [picture.width * scale, picture.height * scale];
    context.drawImage(picture, (canvas.width - width) / 2, (canvas.height - height) / 2, width, height);
  };
  draw();
  setInterval(draw, 100);
  return canvas.captureStream(10);
}
