"""The other four case studies: chain, park, product and energy in a small brewery. All of it is invented."""
# ruff: noqa: E501 - rows of Chinese text, whose characters count as two columns each

from __future__ import annotations

from recipe import cast, documents
from recipe.cases import Case, Metric

CHAIN = Case(
    "case-chain-crates", "一只周转箱走完五个系统", cast.JIYUE, "wushen", "C39",
    (("circular", "周转箱循环使用，废旧面板逆向回收"), ("management", "供应商分级管理"), ("other", "干线运输公路改铁路")),
    740,
    (
        Metric("一次性包装使用量", "other", 310, "t/年", "采购量台账", "self_declared", baseline=(2021, 838),
               source=documents.CHAIN_REPORT),
        Metric("列入名单的供应商占比", "share", 46, "%", "按采购额计算", "self_declared", baseline=(2021, 19),
               source=documents.CHAIN_REPORT),
        Metric("年节约包装费用", "money", 265, "万元/年", "少购包装费用减去清洗与回程费用", "self_declared", "ge",
               source=documents.CHAIN_REPORT),
    ),
    "回程距离超过八百公里时，周转箱不再划算。", "客户集中、有固定干线的电子制造企业", "2024-10-30",
    (
        "[演示霁月光电科技股份有限公司](record:ent-024)生产显示面板，一级供应商一百余家，本市供应商占四成。",
        "面板怕震，一次性缓冲材料用量大，客户收货后又要付费处理。",
        "- 采购：与[演示ＸＹ微电子有限公司](record:ent-008)等供应商统一箱型；\n- 物流：干线改走铁路，回程带空箱；\n"
        "- 回收：随回程车带回废旧面板。\n\n"
        "| 系统 | 做法 | 起始 |\n| --- | --- | --- |\n| 采购 | 供应商分级 | 2021年 |\n| 物流 | 循环箱、铁路 | 2022年 |\n"
        "| 回收 | 逆向回收 | 2023年 |",
        "数据引自企业公开的年度报告，未经第三方核验。",
        "- 箱子丢失率在第一年达到一成二；\n- 远距离客户仍用一次性包装。",
        "供需双方都在固定线路上时最合适。建议从两家供应商、一条线路试起。",
    ),
    sources=(documents.CHAIN_REPORT,),
)  # fmt: skip

PARK = Case(
    "case-park-steam", "一个园区的三张管网", "park-01", "jiachen", "C17",
    (("energy", "集中供汽替代分散锅炉"), ("water", "园区再生水厂与专用管网"), ("management", "公开月度用能用水数据")),
    21500,
    (
        Metric("园区再生水回用率", "share", 36, "%", "再生水利用量 ÷ 污水处理量 × 100", baseline=(2020, 18),
               source=documents.DECLARED),
        Metric("单位产值能耗", "energy", 0.31, "tce/万元", "园区综合能耗 ÷ 产值", "self_declared", "le",
               baseline=(2019, 0.44)),
        Metric("供汽能力", "capacity", 220, "t/h", "设计能力"),
    ),
    "再生水价格接近自来水价，用户积极性靠用水指标维持。", "用汽用水企业集中的专业园区", "2023-06-20",
    (
        "[演示甲辰纺织产业园](record:park-01)有企业四十余家，多数为染整企业，管理办公室同时挂绿色染整产业园的牌子。",
        "园区原有锅炉三十余台，污水集中处理后全部排放。",
        "三张管网同时规划、分期建设：\n\n1. 蒸汽管网；\n2. 再生水管网；\n3. 数据网，企业可以随时看到自己的曲线。\n\n"
        "| 管网 | 长度（公里） | 建成 |\n| --- | ---: | --- |\n| 蒸汽 | 12.4 | 2019年 |\n| 再生水 | 9.8 | 2021年 |\n| 数据 | 不适用 | 2022年 |\n\n"
        "![三张管网汇入园区能源站的示意图](case-park-steam/pipes.png)",
        "再生水回用率由第三方核验；单位产值能耗为园区自行声明，受产品结构影响，不宜与其他园区比较。",
        "- 再生水价格优势小；\n- 数据公开初期企业顾虑较多，目前只公开园区合计。",
        "园区新建或大修管网时一并实施最省钱；单独开挖的费用约高一倍。",
    ),
    investment_operator="ge",
    sources=(documents.DECLARED, documents.PRINTED_SITE),
)  # fmt: skip

BEDDING = Case(
    "case-product-bedding", "从产品设计开始减水：棉麻混纺床品", "prod-003", "jiachen", "C17",
    (("water", "调整混纺比例和前处理工艺"), ("cleaner", "取消一道漂白"), ("other", "公开产品环境信息")),
    58,
    (
        Metric("单位产品新鲜水耗", "water", 71.5, "m3/t", "按演标 2002—2017 的算法", baseline=(2017, 86),
               source=documents.DECLARED),
        Metric("漂白剂用量减少", "other", 34, "%", "与原工艺相比", "self_declared", "approx"),
    ),
    "颜色偏米色，不适合需要高白度的品类。", "家用纺织品", "2022-03-18",
    (
        "产品为[棉麻混纺床品](record:prod-003)，由[演示青禾纺织有限公司](record:ent-001)生产。",
        "高白度要求带来两道漂白，占前处理用水的四成。",
        "- 与客户商定保留坯布本色；\n- 取消第二道漂白；\n- 吊牌写明水耗和算法。\n\n"
        "| 方案 | 白度 | 水耗（立方米/吨） |\n| --- | --- | ---: |\n| 原工艺 | 高 | 86 |\n| 现工艺 | 本色 | 71.5 |",
        "水耗经第三方核验。该产品列入名单，型号以[名单](record:list-product-national-2018-final)所印为准。",
        "仍有客户要求高白度，两种工艺并存。",
        "关键不在设备，而在与客户商定标准。",
    ),
    investment_operator="lt",
    sources=(documents.DECLARED,),
)  # fmt: skip

BREWERY = Case(
    "case-brewery-biogas", "小酒厂的沼气账", cast.ZHANG, "jiachen", "C15",
    (("energy", "高浓度废水厌氧产沼气，供锅炉"), ("circular", "酒糟制作饲料")),
    430,
    (
        Metric("年产沼气", "capacity", 310000, "m3/年", "流量计读数", baseline=(2022, 0)),
        Metric("外购燃气量", "energy", 92, "万m3/年", "燃气表读数", "self_declared", baseline=(2022, 121)),
        Metric("年节约运行费用", "money", 76, "万元/年", "少购燃气费用减去运行维护费用", "self_declared", "lt"),
    ),
    "冬季产气量下降约四成。", "有高浓度有机废水的食品、酿造企业", "2025-05-08",
    (
        "[甲辰区张松裕酒业有限公司](record:ent-014)以黄酒酿造为主，锅炉供蒸煮和杀菌。",
        "废水浓度高、季节性强，处理费用逐年上升。",
        "- 建一座厌氧罐，沼气脱硫后供锅炉；\n- 酒糟当天外运制饲料。\n\n"
        "| 季节 | 日产气（立方米） |\n| --- | ---: |\n| 夏 | 1100 |\n| 冬 | 640 |",
        "产气量有流量计记录；费用为企业自行声明，原话为“不到76万元”。",
        "- 冬季产气不足，仍要外购燃气；\n- 脱硫剂更换没有纳入最初的预算。",
        "废水浓度够高才划算。建议先做一年的水质水量记录。",
    ),
    sources=(documents.PRINTED_SITE, documents.CATALOGUE),
)  # fmt: skip

CASES = (CHAIN, PARK, BEDDING, BREWERY)
