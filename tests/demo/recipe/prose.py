"""The pages a city's people write beside the data: home, about, guidance. Counts belong to the data, not here."""
# ruff: noqa: E501 - rows of Chinese text, whose characters count as two columns each

from __future__ import annotations

_INDEX = """# 演示市绿色制造名录

本站汇集演示市绿色工厂、绿色工业园区、绿色设计产品和绿色供应链管理企业的公开名单。**全部数据均为虚构**，用来展示和检验本站的每一项功能。

- 想核实一个名称，从名录查询开始；
- 想了解怎样创建，读[逐级培育](guidance/ladder.md)和[怎样读名单](guidance/reading-lists.md)；
- 想看别人怎么做，读典型案例，例如[染浴分质回用](record:case-dye-bath-reuse)。

列入名单，表示经评价达到相应要求；不等于零污染，也不是环保合规证明。
"""

_ABOUT = """# 关于本站

本站是演示站点。演示市、各区、园区、企业、产品、文件和数字都是编造的，与任何真实单位无关。

## 为什么要有一座不存在的城市

真实的城市不会把每一种情况都遇到一遍。演示市遇到了：

| 情况 | 例子 |
| --- | --- |
| 更名 | [甲辰区松风机械股份有限公司](record:ent-002) |
| 合并、注销 | [演示南汀造纸有限公司](record:ent-017) |
| 移出后恢复 | [演示云麓化工股份有限公司](record:ent-015) |
| 跨区搬迁 | [演示白榆电子有限公司](record:ent-021) |
| 一个机构两块牌子 | [演示甲辰纺织产业园](record:park-01) |

## 数据许可

名录的编排以 CC BY 4.0 提供；文件本身属于各自的发布机关。
"""

_LADDER = """---
system: factories
---
# 逐级培育

按照[演示省绿色工厂梯度培育办法](record:src-ladder)，自2020年起省级绿色工厂从市级中推荐，自2021年起国家级从省级中推荐。此前列入的不受影响。

1. 先列入市级名单；
2. 次年起可以申报省级；
3. 列入省级后，次年起可以申报国家级。

以[演示青禾纺织有限公司](record:ent-001)为例：2019年市级，2020年省级，2021年度国家级。
"""

_READING = """---
order: 1
---
# 怎样读名单

一份名单从推荐到公布要经过三步，只有**公布**才算列入：

| 阶段 | 含义 |
| --- | --- |
| 推荐 | 下级机关报送的名单 |
| 公示 | 征求意见，可能增减 |
| 公布 | 正式名单 |

名单按所印抄录。同一家企业在不同名单上可能有不同写法，例如[演示海岚（甲辰）电缆有限公司](record:ent-007)。产品名单按类别分节，每节序号从头开始。

名单年度和公布日期往往不在同一年：2021年度国家级名单在2022年1月才公布。
"""

_METHOD = """---
order: 2
---
# 自测之前

对照[演标 1001](record:std-1001-2025)自测时请注意：

- 2018年版与2025年版的指标不能混用；
- 标有“待核”的指标尚未对照标准原文；
- 基准值和引领值只在标准公开时给出。

自测只在本机进行，不上传任何数据。
"""

PAGES = {
    "docs/index.md": _INDEX,
    "docs/about.md": _ABOUT,
    "docs/guidance/ladder.md": _LADDER,
    "docs/guidance/reading-lists.md": _READING,
    "docs/guidance/self-check.md": _METHOD,
}
"""Text of every page by path."""
