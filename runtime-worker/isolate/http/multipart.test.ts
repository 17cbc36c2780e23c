import { expect, it } from 'vitest';
import { WorkerFormData } from './form-data';
import { parseForm, serializeForm } from './multipart';

const TYPE = 'multipart/form-data; boundary=x';
const bytesOf = (text: string) => new TextEncoder().encode(text);

it('a form that was written is read back, files byte by byte', async () => {
  const form = new WorkerFormData();
  form.append('text', 'línea 1\r\nlínea 2');
  form.append('file', new File([new Uint8Array([0, 255, 13, 10, 45, 45])], 'n"é.bin'));
  const { blob, type } = serializeForm(form);
  const read = parseForm(new Uint8Array(await blob.arrayBuffer()), type);
  expect(read.get('text')).toBe('línea 1\r\nlínea 2');
  const file = read.get('file');
  if (!(file instanceof File)) throw new Error('no file');
  expect(file.name).toBe('n%22é.bin');
  expect([...new Uint8Array(await file.arrayBuffer())]).toEqual([0, 255, 13, 10, 45, 45]);
});

it('line feeds without carriage returns are read too', () => {
  const text = '--x\nContent-Disposition: form-data; name="a"\n\nv\n--x--';
  expect([...parseForm(bytesOf(text), TYPE)]).toEqual([['a', 'v']]);
});

it('a body that ends too early is refused', () => {
  const text = '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nv';
  expect(() => parseForm(bytesOf(text), TYPE)).toThrow(
    'No subsequent boundary string after multipart message.',
  );
});
