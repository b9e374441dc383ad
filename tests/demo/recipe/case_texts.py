"""The first four case studies: water, energy and materials in single plants. All of it is invented."""
# ruff: noqa: E501 - rows of Chinese text, whose characters count as two columns each

from __future__ import annotations

from recipe import cast, documents
from recipe.cases import Case, Metric

DYE_BATH = Case(
    "case-dye-bath-reuse", "染浴分质回用：把取水量降下来", cast.QINGHE, "jiachen", "C17",
    (("water", "按水质把染整排水分成三路，两路处理后回用"), ("energy", "高温排水先换热再处理"),
     ("cleaner", "改用低盐染色工艺")),
    1860,
    (
        Metric("单位产品取水量", "water", 41.2, "m3/t", "取水量 ÷ 合格产品产量", baseline=(2020, 58)),
        Metric("单位产品综合能耗", "energy", 258.8, "kgce/t", "综合能耗 ÷ 合格产品产量", baseline=(2020, 318.5)),
        Metric("年节约运行费用", "money", 420, "万元/年", "节约的水费、蒸汽费减去新增药剂与电费", "self_declared", "approx"),
        Metric("中水回用率", "share", 45, "%", "回用水量 ÷ 用水总量 × 100", operator="ge"),
    ),
    "深色品种换产时回用水色度偏高，需要补充新水。", "有多条染色线、排水可以分路收集的印染企业", "2025-04-22",
    (
        "案例单位为[演示青禾纺织有限公司](record:ent-001)，位于[甲辰区](record:area-jiachen)，以棉麻混纺面料的织造和染整为主。"
        "改造在染整车间进行，同一厂区的织造车间不在范围内。",
        "改造前，各道工序的排水混在一起处理，出水只能排放。2020年单位产品取水量接近标准的基准值，旺季常因用水指标不足而限产。\n\n"
        "企业当时面对两个问题：\n\n- 混合排水含盐高，处理后也难以回用；\n- 高温排水的热量没有利用。",
        "改造分三期，每期之后停下来测一个季度再做下一期：\n\n"
        "| 时间 | 内容 | 投资（万元） |\n| --- | --- | ---: |\n| 2021年 | 排水分三路收集，加装在线水质仪 | 480 |\n"
        "| 2022年 | 漂洗水膜处理回用，高温水换热 | 960 |\n| 2023年 | 低盐染色工艺与配套 | 420 |\n\n"
        "膜处理单元由[演示绿洲水处理设备有限公司](record:ent-030)供货，型号未公开。",
        "取水量和能耗的变化见本页指标，均由第三方按[演标 1001—2018](record:std-1001-2018)的算法核验；运行费用为企业自行声明。\n\n"
        "> 最有用的一步其实最便宜：先把水分开。",
        "- 深色品种换产时要补充新水；\n- 膜的更换周期比设计短，第二年更换了约三分之一；\n- 浓水去向仍靠外委处理。",
        "适合排水能够分路收集的企业。单线小厂分路收集的管网费用占比高，回收期会明显变长。",
    ),
    sources=(documents.PRINTED_SITE, documents.DECLARED),
)  # fmt: skip

CASTING = Case(
    "case-foundry-heat", "小型铸造厂的熔炼余热利用", cast.KUNTAI, "bingwu", "C33",
    (("energy", "熔炼炉烟气余热用于型砂烘干"), ("management", "按炉次记录用电")),
    265,
    (
        Metric("年节能量", "energy", 640, "tce/年", "改造前后同产量能耗之差"),
        Metric("吨铸件用电量", "electricity", 548, "kWh/t", "熔炼用电 ÷ 合格铸件产量", "self_declared",
               baseline=(2021, 655)),
        Metric("年节约运行费用", "money", 118, "万元/年", "节约的电费与燃气费", "self_declared"),
    ),
    "只在连续生产时有效，单班生产余热不足。", "两班以上连续熔炼的中小铸造企业", "2024-08-15",
    (
        "[演示堃泰铸造有限公司](record:ent-009)位于[丙午市](record:area-bingwu)，年产铸件约六千吨，职工不到百人。",
        "型砂烘干原用燃气，熔炼烟气直接排放。企业没有专职能源管理人员，也没有分项计量。",
        "1. 在两台熔炼炉后加装换热器，热风送往烘干工段；\n2. 每炉记录用电和出铁量，班组当天公布；\n"
        "3. 请[演示工业节能研究院](record:inst-004)做改造前后的测试。\n\n"
        "| 项目 | 改造前 | 改造后 |\n| --- | ---: | ---: |\n| 烘干燃气（万立方米/年） | 38 | 6 |\n"
        "| 炉次记录覆盖率 | 0 | 100% |",
        "节能量由研究院测试，用电量和费用为企业自行声明。项目列入[节能技术改造](record:prog-retrofit)清单。",
        "- 单班生产时热风温度不够，仍要补燃气；\n- 换热器积灰，需要每月清理。",
        "投资不大、回收快，但以连续生产为前提。可先用分项计量判断余热是否足够。",
    ),
    investment_operator="approx",
    sources=(documents.PRINTED_SITE, documents.CATALOGUE),
)  # fmt: skip

DUST = Case(
    "case-steel-dust", "除尘灰里的锌和铁：钢铁厂固废的内部循环", cast.STEEL, "yisi", "C31",
    (("circular", "除尘灰提锌，余料返回烧结"), ("energy", "回收转底炉烟气余热"), ("other", "与研究机构共建中试线")),
    9200,
    (
        Metric("工业固体废物综合利用率", "share", 99.1, "%", "综合利用量 ÷ 产生量 × 100", baseline=(2018, 91.5)),
        Metric("年回收锌", "other", 2600, "t/年", "提锌产品折金属量", "press", "gt", source=documents.PRESS),
        Metric("年处理能力", "capacity", 120000, "t/年", "设计处理量"),
        Metric("年增收", "money", 1350, "万元/年", "锌产品销售收入减去运行费用", "estimated"),
    ),
    "锌价低时只能保本；处理量不足时单位能耗上升。", "有稳定含锌尘泥来源的长流程钢铁企业", "2025-01-10",
    (
        "[演示金汐钢铁有限公司](record:ent-026)有两个厂区，本案例在[炼钢厂区](record:site-01)。",
        "含锌尘泥返回烧结会在高炉内富集，外售又难以追踪去向。2018年仍有近一成固废外委处理。",
        "主要做法：\n\n- 与[演示市第一再生资源研究所](record:ent-031)共建中试线，先试后建；\n- 转底炉提锌，余料返回烧结；\n"
        "- 尘泥从产生到返回逐批称重、留样。\n\n"
        "| 物料 | 去向 | 占比 |\n| --- | --- | ---: |\n| 粗锌产品 | 外售 | 4% |\n| 金属化球团 | 返回炼钢 | 71% |\n"
        "| 其余 | 返回烧结 | 25% |",
        "固废综合利用率由第三方核验；回收锌的数量引自报道，原话为“超过2600吨”；增收为本站按公开价格推算。",
        "- 锌价下行时项目只能保本；\n- 转底炉本身耗能，处理量不足时并不节能。",
        "适合尘泥量稳定的企业；产生量小的企业宜几家合建。",
    ),
    investment_operator="gt",
    sources=(documents.PRINTED_SITE, documents.PRESS),
)  # fmt: skip

PUMPS = Case(
    "case-pump-retrofit", "从一台泵开始的系统节电", cast.SONGFENG, "jiachen", "C34",
    (("energy", "永磁电机与变频改造"), ("management", "建立用能设备台账和巡检制度")),
    312.5,
    (
        Metric("循环水系统用电量", "electricity", 187, "万kWh/年", "改造后全年电表读数", baseline=(2019, 243)),
        Metric("碳排放减少量", "carbon", 320, "tCO2/年", "节电量 × 公开的电力排放因子", "estimated", "approx"),
        Metric("年节约电费", "money", 41, "万元/年", "节电量 × 平均电价", "self_declared"),
    ),
    "只计循环水系统，未计空压系统。", "泵、风机占用电比重较高的机械加工企业", "2023-11-02",
    (
        "[甲辰区松风机械股份有限公司](record:ent-002)生产离心泵，自用的循环水系统却多年没有更新。",
        "循环水泵按最大负荷选型，常年靠阀门节流。企业自己测得系统效率不到五成。",
        "- 先测后改：用两周测出各时段的真实流量；\n- 换用自产的[高效离心泵](record:prod-022)和永磁电机；\n- 按回水温度自动调节台数。\n\n"
        "| 步骤 | 用时 |\n| --- | --- |\n| 测试 | 两周 |\n| 改造 | 停产检修期间三天 |\n| 复测 | 一个月 |",
        "用电量来自独立电表，经第三方核对；减排量为推算值，不作为核证量。",
        "空压系统占用电的三成，尚未改造。",
        "投资小，不必停产。前提是先测出真实负荷，不要照铭牌选型。",
    ),
    sources=(documents.PRINTED_SITE,),
)  # fmt: skip

CASES = (DYE_BATH, CASTING, DUST, PUMPS)
