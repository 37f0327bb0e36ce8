// Unpacks the packaged Chromium into the folder for temporary files of this process. See packaged.ts.

import chromium from '@sparticuz/chromium';

await chromium.executablePath();
