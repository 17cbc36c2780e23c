import { dressBody } from './body';
import { installFormData } from './form-data';
import { installHeaders } from './headers';
import { installRequest } from './request';
import { installResponse } from './response';
import { installSignals } from './signals';
import { installUrls } from './urls';

/** Puts the HTTP half of the Workers API where user code finds it, in place of the browser's own. */
export function installHttp(): void {
  dressBody();
  installHeaders();
  installFormData();
  installRequest();
  installResponse();
  installUrls();
  installSignals();
}
