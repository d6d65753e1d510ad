#include "draw/html.hpp"

namespace headway::compiler {

std::string_view page_style() noexcept {
    return R"(
*{box-sizing:border-box}
html{scroll-padding:72px 0}
body{margin:0;background:var(--paper);color:var(--ink);
font:14px/1.45 system-ui,-apple-system,"Segoe UI",Roboto,"DejaVu Sans",sans-serif}
code,pre,kbd{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace;font-size:12.5px}
a{color:var(--l0)}
.top{position:sticky;top:0;z-index:2;display:flex;flex-wrap:wrap;gap:4px 16px;align-items:baseline;
padding:12px 20px;background:var(--paper);border-bottom:1px solid var(--rule)}
h1{font-size:17px;margin:0}
.top p{margin:0;color:var(--faint);flex:1}
.top label{color:var(--faint)}
input{font:inherit;color:inherit;background:var(--raised);border:1px solid var(--rule);border-radius:6px;
padding:3px 8px;width:15em}
main{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,1fr);align-items:start}
nav{position:relative;padding:8px 0 8px 12px;min-width:0;overflow:hidden}
nav svg{position:absolute;left:12px;top:8px;pointer-events:none;z-index:1}
ol{list-style:none;margin:0;padding:0}
li{height:var(--row)}
li a{display:flex;align-items:center;gap:8px;height:100%;margin-left:4px;padding:0 12px 0 calc(var(--lanes) + 8px);
border-radius:8px 0 0 8px;color:inherit;text-decoration:none;white-space:nowrap}
a:focus-visible,article:focus-visible,pre:focus-visible{outline:2px solid var(--l0);outline-offset:-2px}
li a:hover{background:var(--raised)}
li a[aria-current]{background:var(--raised);background:color-mix(in srgb,var(--l0) 16%,var(--paper))}
li code{color:var(--faint);min-width:var(--ids)}
.what{overflow:hidden;text-overflow:ellipsis;flex:1;min-width:4em}
time{color:var(--faint);font-size:12px}
.faint .what{color:var(--faint)}
.missed{opacity:.25}
.pill{flex:none;font:600 11px/18px ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace;padding:0 8px;
border:1px solid var(--rule);border-radius:10px;background:var(--raised);color:var(--faint)}
.pill.head{border-color:var(--l0);color:var(--l0)}
.pill.current{background:var(--current);border-color:var(--current);color:var(--paper)}
.pill.label{border-color:var(--l4);color:var(--l4)}
.pill.applied{border-color:var(--current);color:var(--current)}
article{position:sticky;top:57px;height:calc(100vh - 57px);overflow:auto;padding:20px 24px;outline:0;
border-left:1px solid var(--rule)}
.hint{color:var(--faint);margin:30vh auto 0;max-width:26em;text-align:center}
kbd{border:1px solid var(--rule);border-radius:4px;padding:0 5px;background:var(--raised)}
h2{font-size:20px;line-height:1.3;margin:0 0 6px}
article header p{display:flex;flex-wrap:wrap;gap:6px 8px;align-items:center;margin:0 0 16px}
.more{white-space:pre-wrap}
dl{display:grid;grid-template-columns:max-content minmax(0,1fr);gap:4px 16px;margin:0 0 20px}
dt{color:var(--faint)}
dd{margin:0;overflow-wrap:anywhere}
dd a{font:12.5px ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace;margin-right:4px}
.sum{color:var(--faint);font-size:11px}
h3{font-size:12px;letter-spacing:.06em;text-transform:uppercase;color:var(--faint);margin:20px 0 6px}
h3 .pill{text-transform:none;letter-spacing:0}
.sql{margin:0;padding:12px 14px;background:var(--raised);border:1px solid var(--rule);border-radius:8px;
overflow:auto;tab-size:4;line-height:1.55}
.sql b{font-weight:inherit}
.sql .k{color:var(--l4)}.sql .s{color:var(--l2)}.sql .n{color:var(--l1)}.sql .q{color:var(--l5)}
.sql .c{color:var(--faint);font-style:italic}
.none{color:var(--faint);margin:0}
@media (max-width:900px){
main{display:block}
time{display:none}
article{position:fixed;inset:auto 0 0 0;top:auto;height:auto;max-height:58vh;background:var(--paper);
border-left:0;border-top:1px solid var(--rule);box-shadow:0 -8px 24px #0003;z-index:3}
article:has(.hint){display:none}
body:not(:has(.hint)) nav{padding-bottom:60vh}
}
)";
}

} // namespace headway::compiler
