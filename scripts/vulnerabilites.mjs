// Known vulnerabilities of packages. A registry that can't answer makes the check skipped, never green.
import { spawnSync } from 'node:child_process';

let code = 0;
const npm = spawnSync('npm', ['audit', '--omit=dev', '--json'], { encoding: 'utf8' });
let rapport;
try { rapport = JSON.parse(npm.stdout); } catch { rapport = undefined; }
if (!rapport?.metadata) console.log('skipped  vulnerabilities (npm): the registry gives no audit');
else if (rapport.metadata.vulnerabilities.high + rapport.metadata.vulnerabilities.critical > 0) { console.log('FAILED   vulnerabilities (npm)'); code = 1; }
else console.log('ok       vulnerabilities (npm)');

const nuget = spawnSync('dotnet', ['list', 'FaireAvec.slnx', 'package', '--vulnerable', '--include-transitive', '--format', 'json'], { encoding: 'utf8' });
let projets;
try { projets = JSON.parse(nuget.stdout); } catch { projets = undefined; }
const sources = projets?.sources ?? [];
if (!projets || nuget.status !== 0 || sources.length === 0 || (projets.problems ?? []).length > 0) console.log('skipped  vulnerabilities (NuGet): the registry gives no data');
else if (/"severity"\s*:\s*"(High|Critical)"/.test(nuget.stdout)) { console.log('FAILED   vulnerabilities (NuGet)'); code = 1; }
else console.log('ok       vulnerabilities (NuGet)');
process.exit(code);
