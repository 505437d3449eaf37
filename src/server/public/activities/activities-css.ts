export const activitiesCss = `
.deeds{list-style:none;padding:0;margin:48px 0 0;display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,300px),1fr));gap:48px 32px;align-items:start}
.deeds li{border-top:1px solid var(--ink);padding-top:16px;min-width:0}.deeds .lead-photo{margin-bottom:16px;background:var(--wash,#f6f4f0)}.deeds img{display:block;width:100%;height:auto;aspect-ratio:4/3;object-fit:cover}
.deeds h2{font:700 21px/1.5 var(--serif);margin:4px 0 6px;overflow-wrap:anywhere}.deeds .where{font-size:14px;color:var(--ink-2);overflow-wrap:anywhere}.deeds .told{margin-top:12px;font-size:15px;line-height:1.9;overflow-wrap:anywhere;white-space:pre-line}
.deeds .more-photos{display:grid;grid-template-columns:repeat(3,minmax(0,1fr));gap:6px;margin-top:12px}.deeds .more-photos img{aspect-ratio:1}
.deeds .links{margin-top:12px;font-size:14px}.deeds .links .gone{display:block;overflow-wrap:anywhere}.deeds .links a{display:inline-flex;align-items:center;min-height:44px;margin-right:16px;text-decoration:underline;text-underline-offset:3px}
`
