-- standings; fields: f_days int64, f_days_overdue int64, f_hours int64, f_level string, f_over_limit_percent int64
WITH "t14" AS (
  SELECT
    "t13"."question",
    "t13"."number",
    "t13"."record",
    "t13"."document",
    "t13"."happened",
    "t13"."ends",
    "t13"."leaves",
    "t13"."known",
    "t13"."worth",
    "t13"."doubted",
    "t13"."early"
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t11"."subject",
        "t11"."record",
        "t11"."type",
        "t11"."document",
        "t11"."happened",
        "t11"."ends",
        "t11"."leaves",
        "t11"."severity",
        "t11"."kind",
        "t11"."adverse",
        "t11"."known",
        "t11"."retracts",
        "t11"."superseded",
        "t11"."doubt_from",
        "t11"."doubt_until",
        "t11"."replaced",
        "t11"."f_level",
        "t11"."f_hours",
        "t11"."f_days",
        "t11"."f_over_limit_percent",
        "t11"."f_days_overdue",
        "t11"."question",
        "t11"."as_of",
        "t11"."known_at",
        "t11"."public_since",
        "t11"."opens_0",
        "t11"."opens_1",
        "t11"."opens_2",
        "t11"."number",
        CASE
          WHEN "t11"."number" = 0
          THEN CASE
            WHEN "t11"."f_level" IS NULL
            THEN CAST(NULL AS BIGINT)
            WHEN "t11"."f_level" = 'national'
            THEN 20000
            WHEN "t11"."f_level" = 'provincial'
            THEN 15000
            WHEN "t11"."f_level" = 'city'
            THEN 10000
            ELSE 0
          END
          WHEN "t11"."number" = 1
          THEN CASE
            WHEN "t11"."f_level" IS NULL
            THEN CAST(NULL AS BIGINT)
            WHEN "t11"."f_level" = 'national'
            THEN 15000
            WHEN "t11"."f_level" = 'provincial'
            THEN 12000
            WHEN "t11"."f_level" = 'city'
            THEN 10000
            ELSE 0
          END
          WHEN "t11"."number" = 2
          THEN CASE
            WHEN "t11"."f_level" IS NULL
            THEN CAST(NULL AS BIGINT)
            WHEN "t11"."f_level" = 'national'
            THEN 30000
            WHEN "t11"."f_level" = 'provincial'
            THEN 25000
            WHEN "t11"."f_level" = 'city'
            THEN 20000
            ELSE 0
          END
          WHEN "t11"."number" IN (3, 5, 6)
          THEN 5000
          WHEN "t11"."number" = 4
          THEN CASE
            WHEN (
              "t11"."f_hours" >= -1000000000000
            )
            AND (
              "t11"."f_hours" <= 1000000000000
            )
            THEN "t11"."f_hours" * 250
            ELSE CAST(NULL AS BIGINT)
          END
          WHEN "t11"."number" = 7
          THEN CASE
            WHEN (
              "t11"."f_days" >= -1000000000000
            ) AND (
              "t11"."f_days" <= 1000000000000
            )
            THEN "t11"."f_days" * 1000
            ELSE CAST(NULL AS BIGINT)
          END
          WHEN "t11"."number" = 8
          THEN 10000
          WHEN "t11"."number" IN (9, 11)
          THEN -1000
          WHEN "t11"."number" = 10
          THEN CASE
            WHEN "t11"."severity" IS NULL
            THEN CAST(NULL AS BIGINT)
            WHEN "t11"."severity" = 'minor'
            THEN -2000
            WHEN "t11"."severity" = 'moderate'
            THEN -4000
            WHEN "t11"."severity" = 'serious'
            THEN -15000
            ELSE 0
          END
          ELSE CAST(NULL AS BIGINT)
        END AS "worth",
        (
          "t11"."doubt_from" IS NOT NULL
        )
        AND (
          "t11"."doubt_from" <= "t11"."known_at"
        )
        AND (
          (
            "t11"."doubt_until" IS NULL
          ) OR (
            "t11"."known_at" < "t11"."doubt_until"
          )
        ) AS "doubted",
        (
          "t11"."public_since" IS NOT NULL
        )
        AND (
          "t11"."happened" < "t11"."public_since"
        ) AS "early"
      FROM (
        SELECT
          *
        FROM (
          SELECT
            "t6"."subject",
            "t6"."record",
            "t6"."type",
            "t6"."document",
            "t6"."happened",
            "t6"."ends",
            "t6"."leaves",
            "t6"."severity",
            "t6"."kind",
            "t6"."adverse",
            "t6"."known",
            "t6"."retracts",
            "t6"."superseded",
            "t6"."doubt_from",
            "t6"."doubt_until",
            "t6"."replaced",
            "t6"."f_level",
            "t6"."f_hours",
            "t6"."f_days",
            "t6"."f_over_limit_percent",
            "t6"."f_days_overdue",
            "t9"."question",
            "t9"."as_of",
            "t9"."known_at",
            "t9"."public_since",
            "t9"."opens_0",
            "t9"."opens_1",
            "t9"."opens_2",
            "t7"."number"
          FROM "records" AS "t6"
          INNER JOIN (
            SELECT
              "t4"."question",
              "t4"."subject",
              "t4"."as_of",
              "t4"."known_at",
              "t5"."public_since",
              "t5"."opens_0",
              "t5"."opens_1",
              "t5"."opens_2"
            FROM "questions" AS "t4"
            INNER JOIN "days" AS "t5"
              ON "t4"."as_of" = "t5"."as_of"
          ) AS "t9"
            ON "t6"."subject" = "t9"."subject"
          INNER JOIN "factors" AS "t7"
            ON "t6"."type" = "t7"."type"
        ) AS "t10"
        WHERE
          "t10"."known" <= "t10"."known_at"
          AND (
            (
              "t10"."replaced" IS NULL
            ) OR (
              "t10"."known_at" < "t10"."replaced"
            )
          )
      ) AS "t11"
    ) AS "t12"
    WHERE
      NOT (
        "t12"."retracts"
      )
      AND (
        (
          "t12"."superseded" IS NULL
        ) OR (
          "t12"."known_at" < "t12"."superseded"
        )
      )
      AND "t12"."happened" <= "t12"."as_of"
      AND (
        (
          "t12"."leaves" IS NULL
        ) OR (
          "t12"."as_of" < "t12"."leaves"
        )
      )
      AND (
        (
          "t12"."ends" IS NULL
        ) OR (
          "t12"."as_of" < "t12"."ends"
        )
      )
      AND CASE
        WHEN "t12"."number" IN (0, 1, 2, 6, 8)
        THEN "t12"."happened" > "t12"."opens_0"
        WHEN "t12"."number" IN (3, 4, 5, 7, 10)
        THEN "t12"."happened" > "t12"."opens_1"
        WHEN "t12"."number" IN (9, 11)
        THEN "t12"."happened" > "t12"."opens_2"
        ELSE TRUE
      END
      AND CASE
        WHEN "t12"."number" = 4
        THEN TRUE AND COALESCE("t12"."f_hours" >= 5, FALSE)
        WHEN "t12"."number" = 6
        THEN TRUE AND COALESCE("t12"."f_level" IN ('1', '2', '3'), FALSE)
        WHEN "t12"."number" = 9
        THEN TRUE AND COALESCE("t12"."f_over_limit_percent" >= 20, FALSE)
        WHEN "t12"."number" = 11
        THEN TRUE AND COALESCE("t12"."f_days_overdue" >= 30, FALSE)
        ELSE TRUE
      END
      AND "t12"."worth" IS NOT NULL
  ) AS "t13"
), "t24" AS (
  SELECT
    *
  FROM (
    SELECT
      "t19"."question",
      "t19"."number",
      "t19"."record",
      "t19"."happened",
      "t19"."ends",
      "t19"."leaves",
      "t19"."points",
      "t19"."why"
    FROM (
      SELECT
        "t16"."question",
        "t16"."number",
        "t16"."record",
        "t16"."document",
        "t16"."happened",
        "t16"."ends",
        "t16"."leaves",
        "t16"."known",
        "t16"."worth",
        "t16"."doubted",
        "t16"."early",
        CASE
          WHEN (
            "t16"."worth" < 0
          ) AND (
            "t16"."doubted" OR "t16"."early"
          )
          THEN 0
          ELSE "t16"."worth"
        END AS "points",
        CASE
          WHEN (
            "t16"."worth" < 0
          ) AND (
            "t16"."doubted" OR "t16"."early"
          )
          THEN CASE WHEN "t16"."doubted" THEN 'in_doubt' ELSE 'before_public' END
          ELSE ''
        END AS "why"
      FROM (
        SELECT
          *
        FROM "t14" AS "t15"
        WHERE
          "t15"."number" IN (2, 3, 4, 5, 7, 9, 10, 11)
      ) AS "t16"
    ) AS "t19"
  ) AS "t20"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      "t22"."question",
      "t22"."number",
      "t22"."record",
      "t22"."happened",
      "t22"."ends",
      "t22"."leaves",
      "t22"."points",
      "t22"."why"
    FROM (
      SELECT
        "t21"."question",
        "t21"."number",
        "t21"."record",
        "t21"."document",
        "t21"."happened",
        "t21"."ends",
        "t21"."leaves",
        "t21"."known",
        "t21"."worth",
        "t21"."doubted",
        "t21"."early",
        "t21"."favour",
        "t21"."out",
        "t21"."event",
        "t21"."rank",
        "t21"."place",
        "t21"."sure_before",
        "t21"."out_before",
        CASE
          WHEN NOT (
            "t21"."out"
          )
          AND (
            "t21"."place" = 0
          )
          AND (
            (
              "t21"."out_before" IS NULL
            ) OR (
              "t21"."out_before" <= "t21"."favour"
            )
          )
          THEN "t21"."worth"
          ELSE 0
        END AS "points",
        CASE
          WHEN NOT (
            "t21"."out"
          )
          AND (
            "t21"."place" = 0
          )
          AND (
            (
              "t21"."out_before" IS NULL
            ) OR (
              "t21"."out_before" <= "t21"."favour"
            )
          )
          THEN ''
          WHEN "t21"."out" AND (
            COALESCE("t21"."sure_before", 0) = 0
          )
          THEN CASE WHEN "t21"."doubted" THEN 'in_doubt' ELSE 'before_public' END
          ELSE 'later_one'
        END AS "why"
      FROM (
        SELECT
          "t18"."question",
          "t18"."number",
          "t18"."record",
          "t18"."document",
          "t18"."happened",
          "t18"."ends",
          "t18"."leaves",
          "t18"."known",
          "t18"."worth",
          "t18"."doubted",
          "t18"."early",
          "t18"."favour",
          "t18"."out",
          "t18"."event",
          "t18"."rank",
          ROW_NUMBER() OVER (
            PARTITION BY "t18"."question", "t18"."number", "t18"."event", "t18"."out"
            ORDER BY "t18"."rank" DESC, "t18"."happened" DESC, "t18"."known" DESC, "t18"."record" DESC
            ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
          ) - 1 AS "place",
          SUM(CASE WHEN NOT (
            "t18"."out"
          ) THEN 1 ELSE 0 END) OVER (
            PARTITION BY "t18"."question", "t18"."number", "t18"."event"
            ORDER BY "t18"."rank" DESC, "t18"."happened" DESC, "t18"."known" DESC, "t18"."record" DESC
            ROWS BETWEEN UNBOUNDED PRECEDING AND 1 preceding
          ) AS "sure_before",
          MAX(CASE WHEN "t18"."out" THEN "t18"."favour" ELSE CAST(NULL AS BIGINT) END) OVER (
            PARTITION BY "t18"."question", "t18"."number", "t18"."event"
            ORDER BY "t18"."rank" DESC, "t18"."happened" DESC, "t18"."known" DESC, "t18"."record" DESC
            ROWS BETWEEN UNBOUNDED PRECEDING AND 1 preceding
          ) AS "out_before"
        FROM (
          SELECT
            "t17"."question",
            "t17"."number",
            "t17"."record",
            "t17"."document",
            "t17"."happened",
            "t17"."ends",
            "t17"."leaves",
            "t17"."known",
            "t17"."worth",
            "t17"."doubted",
            "t17"."early",
            "t17"."worth" AS "favour",
            (
              "t17"."worth" < 0
            ) AND (
              "t17"."doubted" OR "t17"."early"
            ) AS "out",
            0 AS "event",
            CASE WHEN "t17"."number" IN (0, 1, 6) THEN "t17"."worth" ELSE 0 END AS "rank"
          FROM (
            SELECT
              *
            FROM "t14" AS "t15"
            WHERE
              "t15"."number" IN (0, 1, 6, 8)
          ) AS "t17"
        ) AS "t18"
      ) AS "t21"
    ) AS "t22"
  ) AS "t23"
)
SELECT
  "t69"."question",
  "t69"."subject",
  "t69"."as_of",
  "t69"."known_at",
  "t69"."points",
  "t69"."grade",
  "t69"."direct",
  "t69"."rank",
  "t69"."stage",
  "t69"."reduced_to",
  "t69"."ceiling"
FROM (
  SELECT
    "t68"."question",
    "t68"."subject",
    "t68"."as_of",
    "t68"."known_at",
    "t68"."sum_0",
    "t68"."sum_1",
    "t68"."sum_2",
    "t68"."sum_3",
    "t68"."sum_4",
    "t68"."sum_5",
    "t68"."sum_6",
    "t68"."sum_7",
    "t68"."sum_8",
    "t68"."sum_9",
    "t68"."sum_10",
    "t68"."sum_11",
    "t68"."start_0",
    "t68"."start_1",
    "t68"."start_2",
    "t68"."start_3",
    "t68"."start_4",
    "t68"."start_5",
    "t68"."start_6",
    "t68"."start_7",
    "t68"."start_8",
    "t68"."start_9",
    "t68"."start_10",
    "t68"."start_11",
    "t68"."total_0",
    "t68"."total_1",
    "t68"."total_2",
    "t68"."total_3",
    "t68"."total_4",
    "t68"."total_5",
    "t68"."total_6",
    "t68"."total_7",
    "t68"."total_8",
    "t68"."total_9",
    "t68"."total_10",
    "t68"."total_11",
    "t68"."parts_0",
    "t68"."parts_1",
    "t68"."parts_2",
    "t68"."parts_3",
    "t68"."parts_4",
    "t68"."part_0",
    "t68"."part_1",
    "t68"."part_2",
    "t68"."part_3",
    "t68"."part_4",
    "t68"."base",
    "t68"."reached",
    "t68"."raised",
    "t68"."points",
    "t68"."band",
    "t68"."code",
    "t68"."direct",
    CASE
      WHEN "t68"."code" = 1
      THEN 'poor'
      WHEN "t68"."code" = 2
      THEN 'slight-breach'
      WHEN "t68"."code" = 3
      THEN 'good'
      WHEN "t68"."code" = 4
      THEN 'excellent'
      WHEN "t68"."code" = 5
      THEN 'very-good'
      ELSE CAST(NULL AS TEXT)
    END AS "grade",
    CAST(NULL AS BIGINT) AS "rank",
    CAST(NULL AS TEXT) AS "stage",
    CAST(NULL AS BIGINT) AS "reduced_to",
    CAST(NULL AS BIGINT) AS "ceiling"
  FROM (
    SELECT
      "t67"."question",
      "t67"."subject",
      "t67"."as_of",
      "t67"."known_at",
      "t67"."sum_0",
      "t67"."sum_1",
      "t67"."sum_2",
      "t67"."sum_3",
      "t67"."sum_4",
      "t67"."sum_5",
      "t67"."sum_6",
      "t67"."sum_7",
      "t67"."sum_8",
      "t67"."sum_9",
      "t67"."sum_10",
      "t67"."sum_11",
      "t67"."start_0",
      "t67"."start_1",
      "t67"."start_2",
      "t67"."start_3",
      "t67"."start_4",
      "t67"."start_5",
      "t67"."start_6",
      "t67"."start_7",
      "t67"."start_8",
      "t67"."start_9",
      "t67"."start_10",
      "t67"."start_11",
      "t67"."total_0",
      "t67"."total_1",
      "t67"."total_2",
      "t67"."total_3",
      "t67"."total_4",
      "t67"."total_5",
      "t67"."total_6",
      "t67"."total_7",
      "t67"."total_8",
      "t67"."total_9",
      "t67"."total_10",
      "t67"."total_11",
      "t67"."parts_0",
      "t67"."parts_1",
      "t67"."parts_2",
      "t67"."parts_3",
      "t67"."parts_4",
      "t67"."part_0",
      "t67"."part_1",
      "t67"."part_2",
      "t67"."part_3",
      "t67"."part_4",
      "t67"."base",
      "t67"."reached",
      "t67"."raised",
      "t67"."points",
      "t67"."band",
      "t67"."band" AS "code",
      CAST(NULL AS BIGINT) AS "direct"
    FROM (
      SELECT
        "t66"."question",
        "t66"."subject",
        "t66"."as_of",
        "t66"."known_at",
        "t66"."sum_0",
        "t66"."sum_1",
        "t66"."sum_2",
        "t66"."sum_3",
        "t66"."sum_4",
        "t66"."sum_5",
        "t66"."sum_6",
        "t66"."sum_7",
        "t66"."sum_8",
        "t66"."sum_9",
        "t66"."sum_10",
        "t66"."sum_11",
        "t66"."start_0",
        "t66"."start_1",
        "t66"."start_2",
        "t66"."start_3",
        "t66"."start_4",
        "t66"."start_5",
        "t66"."start_6",
        "t66"."start_7",
        "t66"."start_8",
        "t66"."start_9",
        "t66"."start_10",
        "t66"."start_11",
        "t66"."total_0",
        "t66"."total_1",
        "t66"."total_2",
        "t66"."total_3",
        "t66"."total_4",
        "t66"."total_5",
        "t66"."total_6",
        "t66"."total_7",
        "t66"."total_8",
        "t66"."total_9",
        "t66"."total_10",
        "t66"."total_11",
        "t66"."parts_0",
        "t66"."parts_1",
        "t66"."parts_2",
        "t66"."parts_3",
        "t66"."parts_4",
        "t66"."part_0",
        "t66"."part_1",
        "t66"."part_2",
        "t66"."part_3",
        "t66"."part_4",
        "t66"."base",
        "t66"."reached",
        "t66"."raised",
        "t66"."points",
        CASE
          WHEN "t66"."points" >= 150000
          THEN 5
          WHEN "t66"."points" >= 120000
          THEN 4
          WHEN "t66"."points" >= 100000
          THEN 3
          WHEN "t66"."points" >= 80000
          THEN 2
          WHEN "t66"."points" >= 0
          THEN 1
          ELSE 0
        END AS "band"
      FROM (
        SELECT
          "t65"."question",
          "t65"."subject",
          "t65"."as_of",
          "t65"."known_at",
          "t65"."sum_0",
          "t65"."sum_1",
          "t65"."sum_2",
          "t65"."sum_3",
          "t65"."sum_4",
          "t65"."sum_5",
          "t65"."sum_6",
          "t65"."sum_7",
          "t65"."sum_8",
          "t65"."sum_9",
          "t65"."sum_10",
          "t65"."sum_11",
          "t65"."start_0",
          "t65"."start_1",
          "t65"."start_2",
          "t65"."start_3",
          "t65"."start_4",
          "t65"."start_5",
          "t65"."start_6",
          "t65"."start_7",
          "t65"."start_8",
          "t65"."start_9",
          "t65"."start_10",
          "t65"."start_11",
          "t65"."total_0",
          "t65"."total_1",
          "t65"."total_2",
          "t65"."total_3",
          "t65"."total_4",
          "t65"."total_5",
          "t65"."total_6",
          "t65"."total_7",
          "t65"."total_8",
          "t65"."total_9",
          "t65"."total_10",
          "t65"."total_11",
          "t65"."parts_0",
          "t65"."parts_1",
          "t65"."parts_2",
          "t65"."parts_3",
          "t65"."parts_4",
          "t65"."part_0",
          "t65"."part_1",
          "t65"."part_2",
          "t65"."part_3",
          "t65"."part_4",
          100000 AS "base",
          100000 + "t65"."earned" AS "reached",
          GREATEST(100000 + "t65"."earned", 0) AS "raised",
          LEAST(GREATEST(100000 + "t65"."earned", 0), 200000) AS "points"
        FROM (
          SELECT
            "t64"."question",
            "t64"."subject",
            "t64"."as_of",
            "t64"."known_at",
            "t64"."public_since",
            "t64"."opens_0",
            "t64"."opens_1",
            "t64"."opens_2",
            "t64"."rest",
            "t64"."sum_0",
            "t64"."sum_1",
            "t64"."sum_2",
            "t64"."sum_3",
            "t64"."sum_4",
            "t64"."sum_5",
            "t64"."sum_6",
            "t64"."sum_7",
            "t64"."sum_8",
            "t64"."sum_9",
            "t64"."sum_10",
            "t64"."sum_11",
            "t64"."start_0",
            "t64"."start_1",
            "t64"."start_2",
            "t64"."start_3",
            "t64"."start_4",
            "t64"."start_5",
            "t64"."start_6",
            "t64"."start_7",
            "t64"."start_8",
            "t64"."start_9",
            "t64"."start_10",
            "t64"."start_11",
            "t64"."total_0",
            "t64"."total_1",
            "t64"."total_2",
            "t64"."total_3",
            "t64"."total_4",
            "t64"."total_5",
            "t64"."total_6",
            "t64"."total_7",
            "t64"."total_8",
            "t64"."total_9",
            "t64"."total_10",
            "t64"."total_11",
            "t64"."parts_0",
            "t64"."parts_1",
            "t64"."parts_2",
            "t64"."parts_3",
            "t64"."parts_4",
            "t64"."part_0",
            "t64"."part_1",
            "t64"."part_2",
            "t64"."part_3",
            "t64"."part_4",
            "t64"."rest" + "t64"."part_0" + "t64"."part_1" + "t64"."part_2" + "t64"."part_3" + "t64"."part_4" AS "earned"
          FROM (
            SELECT
              "t63"."question",
              "t63"."subject",
              "t63"."as_of",
              "t63"."known_at",
              "t63"."public_since",
              "t63"."opens_0",
              "t63"."opens_1",
              "t63"."opens_2",
              "t63"."rest",
              "t63"."sum_0",
              "t63"."sum_1",
              "t63"."sum_2",
              "t63"."sum_3",
              "t63"."sum_4",
              "t63"."sum_5",
              "t63"."sum_6",
              "t63"."sum_7",
              "t63"."sum_8",
              "t63"."sum_9",
              "t63"."sum_10",
              "t63"."sum_11",
              "t63"."start_0",
              "t63"."start_1",
              "t63"."start_2",
              "t63"."start_3",
              "t63"."start_4",
              "t63"."start_5",
              "t63"."start_6",
              "t63"."start_7",
              "t63"."start_8",
              "t63"."start_9",
              "t63"."start_10",
              "t63"."start_11",
              "t63"."total_0",
              "t63"."total_1",
              "t63"."total_2",
              "t63"."total_3",
              "t63"."total_4",
              "t63"."total_5",
              "t63"."total_6",
              "t63"."total_7",
              "t63"."total_8",
              "t63"."total_9",
              "t63"."total_10",
              "t63"."total_11",
              "t63"."parts_0",
              "t63"."parts_1",
              "t63"."parts_2",
              "t63"."parts_3",
              "t63"."parts_4",
              GREATEST(LEAST("t63"."parts_0", 60000), -(
                60000
              )) AS "part_0",
              GREATEST(LEAST("t63"."parts_1", 40000), -(
                40000
              )) AS "part_1",
              GREATEST(LEAST("t63"."parts_2", 20000), -(
                20000
              )) AS "part_2",
              GREATEST(LEAST("t63"."parts_3", 10000), -(
                10000
              )) AS "part_3",
              GREATEST("t63"."parts_4", -100000) AS "part_4"
            FROM (
              SELECT
                "t62"."question",
                "t62"."subject",
                "t62"."as_of",
                "t62"."known_at",
                "t62"."public_since",
                "t62"."opens_0",
                "t62"."opens_1",
                "t62"."opens_2",
                "t62"."rest",
                "t62"."sum_0",
                "t62"."sum_1",
                "t62"."sum_2",
                "t62"."sum_3",
                "t62"."sum_4",
                "t62"."sum_5",
                "t62"."sum_6",
                "t62"."sum_7",
                "t62"."sum_8",
                "t62"."sum_9",
                "t62"."sum_10",
                "t62"."sum_11",
                "t62"."start_0",
                "t62"."start_1",
                "t62"."start_2",
                "t62"."start_3",
                "t62"."start_4",
                "t62"."start_5",
                "t62"."start_6",
                "t62"."start_7",
                "t62"."start_8",
                "t62"."start_9",
                "t62"."start_10",
                "t62"."start_11",
                "t62"."total_0",
                "t62"."total_1",
                "t62"."total_2",
                "t62"."total_3",
                "t62"."total_4",
                "t62"."total_5",
                "t62"."total_6",
                "t62"."total_7",
                "t62"."total_8",
                "t62"."total_9",
                "t62"."total_10",
                "t62"."total_11",
                "t62"."total_0" + "t62"."total_1" + "t62"."total_2" AS "parts_0",
                "t62"."total_3" + "t62"."total_4" + "t62"."total_5" AS "parts_1",
                "t62"."total_6" + "t62"."total_7" AS "parts_2",
                "t62"."total_8" AS "parts_3",
                "t62"."total_9" + "t62"."total_10" + "t62"."total_11" AS "parts_4"
              FROM (
                SELECT
                  "t61"."question",
                  "t61"."subject",
                  "t61"."as_of",
                  "t61"."known_at",
                  "t61"."public_since",
                  "t61"."opens_0",
                  "t61"."opens_1",
                  "t61"."opens_2",
                  "t61"."rest",
                  "t61"."sum_0",
                  "t61"."sum_1",
                  "t61"."sum_2",
                  "t61"."sum_3",
                  "t61"."sum_4",
                  "t61"."sum_5",
                  "t61"."sum_6",
                  "t61"."sum_7",
                  "t61"."sum_8",
                  "t61"."sum_9",
                  "t61"."sum_10",
                  "t61"."sum_11",
                  "t61"."start_0",
                  "t61"."start_1",
                  "t61"."start_2",
                  "t61"."start_3",
                  "t61"."start_4",
                  "t61"."start_5",
                  "t61"."start_6",
                  "t61"."start_7",
                  "t61"."start_8",
                  "t61"."start_9",
                  "t61"."start_10",
                  "t61"."start_11",
                  "t61"."sum_0" AS "total_0",
                  "t61"."sum_1" AS "total_1",
                  "t61"."sum_2" AS "total_2",
                  "t61"."sum_3" AS "total_3",
                  "t61"."sum_4" AS "total_4",
                  "t61"."sum_5" AS "total_5",
                  "t61"."sum_6" AS "total_6",
                  "t61"."sum_7" AS "total_7",
                  "t61"."sum_8" AS "total_8",
                  "t61"."sum_9" AS "total_9",
                  "t61"."sum_10" AS "total_10",
                  "t61"."sum_11" AS "total_11"
                FROM (
                  SELECT
                    "t60"."question",
                    "t60"."subject",
                    "t60"."as_of",
                    "t60"."known_at",
                    "t60"."public_since",
                    "t60"."opens_0",
                    "t60"."opens_1",
                    "t60"."opens_2",
                    "t60"."rest",
                    "t60"."sum_0" + "t60"."start_0" AS "sum_0",
                    "t60"."sum_1" + "t60"."start_1" AS "sum_1",
                    "t60"."sum_2" + "t60"."start_2" AS "sum_2",
                    "t60"."sum_3" + "t60"."start_3" AS "sum_3",
                    "t60"."sum_4" + "t60"."start_4" AS "sum_4",
                    "t60"."sum_5" + "t60"."start_5" AS "sum_5",
                    "t60"."sum_6" + "t60"."start_6" AS "sum_6",
                    "t60"."sum_7" + "t60"."start_7" AS "sum_7",
                    "t60"."sum_8" + "t60"."start_8" AS "sum_8",
                    "t60"."sum_9" + "t60"."start_9" AS "sum_9",
                    "t60"."sum_10" + "t60"."start_10" AS "sum_10",
                    "t60"."sum_11" + "t60"."start_11" AS "sum_11",
                    "t60"."start_0",
                    "t60"."start_1",
                    "t60"."start_2",
                    "t60"."start_3",
                    "t60"."start_4",
                    "t60"."start_5",
                    "t60"."start_6",
                    "t60"."start_7",
                    "t60"."start_8",
                    "t60"."start_9",
                    "t60"."start_10",
                    "t60"."start_11"
                  FROM (
                    SELECT
                      "t59"."question",
                      "t59"."subject",
                      "t59"."as_of",
                      "t59"."known_at",
                      "t59"."public_since",
                      "t59"."opens_0",
                      "t59"."opens_1",
                      "t59"."opens_2",
                      COALESCE("t59"."rest", 0) AS "rest",
                      COALESCE("t59"."sum_0", 0) AS "sum_0",
                      COALESCE("t59"."sum_1", 0) AS "sum_1",
                      COALESCE("t59"."sum_2", 0) AS "sum_2",
                      COALESCE("t59"."sum_3", 0) AS "sum_3",
                      COALESCE("t59"."sum_4", 0) AS "sum_4",
                      COALESCE("t59"."sum_5", 0) AS "sum_5",
                      COALESCE("t59"."sum_6", 0) AS "sum_6",
                      COALESCE("t59"."sum_7", 0) AS "sum_7",
                      COALESCE("t59"."sum_8", 0) AS "sum_8",
                      COALESCE("t59"."sum_9", 0) AS "sum_9",
                      COALESCE("t59"."sum_10", 0) AS "sum_10",
                      COALESCE("t59"."sum_11", 0) AS "sum_11",
                      0 AS "start_0",
                      0 AS "start_1",
                      0 AS "start_2",
                      0 AS "start_3",
                      0 AS "start_4",
                      0 AS "start_5",
                      0 AS "start_6",
                      0 AS "start_7",
                      0 AS "start_8",
                      0 AS "start_9",
                      0 AS "start_10",
                      0 AS "start_11"
                    FROM (
                      SELECT
                        "t4"."question",
                        "t4"."subject",
                        "t4"."as_of",
                        "t4"."known_at",
                        "t5"."public_since",
                        "t5"."opens_0",
                        "t5"."opens_1",
                        "t5"."opens_2",
                        "t58"."rest",
                        "t58"."sum_0",
                        "t58"."sum_1",
                        "t58"."sum_2",
                        "t58"."sum_3",
                        "t58"."sum_4",
                        "t58"."sum_5",
                        "t58"."sum_6",
                        "t58"."sum_7",
                        "t58"."sum_8",
                        "t58"."sum_9",
                        "t58"."sum_10",
                        "t58"."sum_11"
                      FROM "questions" AS "t4"
                      INNER JOIN "days" AS "t5"
                        ON "t4"."as_of" = "t5"."as_of"
                      LEFT OUTER JOIN (
                        SELECT
                          "t56"."question",
                          SUM(
                            CASE
                              WHEN NOT (
                                "t56"."slot" IN (0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11)
                              )
                              THEN "t56"."points"
                              ELSE 0
                            END
                          ) AS "rest",
                          SUM(CASE WHEN "t56"."slot" = 0 THEN "t56"."points" ELSE 0 END) AS "sum_0",
                          SUM(CASE WHEN "t56"."slot" = 1 THEN "t56"."points" ELSE 0 END) AS "sum_1",
                          SUM(CASE WHEN "t56"."slot" = 2 THEN "t56"."points" ELSE 0 END) AS "sum_2",
                          SUM(CASE WHEN "t56"."slot" = 3 THEN "t56"."points" ELSE 0 END) AS "sum_3",
                          SUM(CASE WHEN "t56"."slot" = 4 THEN "t56"."points" ELSE 0 END) AS "sum_4",
                          SUM(CASE WHEN "t56"."slot" = 5 THEN "t56"."points" ELSE 0 END) AS "sum_5",
                          SUM(CASE WHEN "t56"."slot" = 6 THEN "t56"."points" ELSE 0 END) AS "sum_6",
                          SUM(CASE WHEN "t56"."slot" = 7 THEN "t56"."points" ELSE 0 END) AS "sum_7",
                          SUM(CASE WHEN "t56"."slot" = 8 THEN "t56"."points" ELSE 0 END) AS "sum_8",
                          SUM(CASE WHEN "t56"."slot" = 9 THEN "t56"."points" ELSE 0 END) AS "sum_9",
                          SUM(CASE WHEN "t56"."slot" = 10 THEN "t56"."points" ELSE 0 END) AS "sum_10",
                          SUM(CASE WHEN "t56"."slot" = 11 THEN "t56"."points" ELSE 0 END) AS "sum_11"
                        FROM (
                          SELECT
                            *
                          FROM (
                            SELECT
                              "t37"."question",
                              "t37"."slot",
                              "t37"."points"
                            FROM (
                              SELECT
                                "t35"."question",
                                "t35"."slot",
                                "t35"."year",
                                "t35"."total",
                                "t35"."kept",
                                "t35"."kept" AS "points"
                              FROM (
                                SELECT
                                  "t33"."question",
                                  "t33"."slot",
                                  "t33"."year",
                                  "t33"."total",
                                  CASE
                                    WHEN "t33"."slot" IN (3, 5, 7)
                                    THEN GREATEST(LEAST("t33"."total", 10000), -(
                                      10000
                                    ))
                                    ELSE "t33"."total"
                                  END AS "kept"
                                FROM (
                                  SELECT
                                    "t31"."question",
                                    "t31"."slot",
                                    "t31"."year",
                                    SUM("t31"."points") AS "total"
                                  FROM (
                                    SELECT
                                      "t30"."question",
                                      "t30"."number",
                                      "t30"."record",
                                      "t30"."happened",
                                      "t30"."ends",
                                      "t30"."leaves",
                                      "t30"."points",
                                      "t30"."why",
                                      "t30"."slot",
                                      CASE
                                        WHEN "t30"."slot" IN (3, 5, 7)
                                        THEN CAST(EXTRACT(year FROM "t30"."happened") AS BIGINT)
                                        ELSE 0
                                      END AS "year"
                                    FROM (
                                      SELECT
                                        "t27"."question",
                                        "t27"."number",
                                        "t27"."record",
                                        "t27"."happened",
                                        "t27"."ends",
                                        "t27"."leaves",
                                        "t27"."points",
                                        "t27"."why",
                                        CASE
                                          WHEN "t27"."number" = 0
                                          THEN 0
                                          WHEN "t27"."number" = 1
                                          THEN 1
                                          WHEN "t27"."number" = 2
                                          THEN 2
                                          WHEN "t27"."number" = 3
                                          THEN 3
                                          WHEN "t27"."number" = 4
                                          THEN 4
                                          WHEN "t27"."number" = 5
                                          THEN 5
                                          WHEN "t27"."number" = 6
                                          THEN 6
                                          WHEN "t27"."number" = 7
                                          THEN 7
                                          WHEN "t27"."number" = 8
                                          THEN 8
                                          WHEN "t27"."number" = 9
                                          THEN 9
                                          WHEN "t27"."number" = 10
                                          THEN 10
                                          WHEN "t27"."number" = 11
                                          THEN 11
                                          ELSE -1
                                        END AS "slot"
                                      FROM (
                                        SELECT
                                          *
                                        FROM "t24" AS "t25"
                                        WHERE
                                          NOT (
                                            "t25"."number" IN (4, 11)
                                          )
                                      ) AS "t27"
                                    ) AS "t30"
                                  ) AS "t31"
                                  GROUP BY
                                    1,
                                    2,
                                    3
                                ) AS "t33"
                              ) AS "t35"
                            ) AS "t37"
                          ) AS "t38"
                          UNION ALL
                          SELECT
                            *
                          FROM (
                            SELECT
                              "t54"."question",
                              "t54"."slot",
                              "t54"."points"
                            FROM (
                              SELECT
                                "t53"."question",
                                "t53"."slot",
                                "t53"."record",
                                "t53"."happened",
                                CASE
                                  WHEN "t53"."up"
                                  THEN "t53"."points" - (
                                    "t53"."part" - LEAST("t53"."part", GREATEST("t53"."room" - "t53"."used", 0))
                                  )
                                  ELSE "t53"."points" + (
                                    "t53"."part" - LEAST("t53"."part", GREATEST("t53"."room" - "t53"."used", 0))
                                  )
                                END AS "points",
                                "t53"."period",
                                "t53"."had",
                                "t53"."gained",
                                "t53"."lost",
                                "t53"."room",
                                "t53"."all_gained",
                                "t53"."all_lost",
                                "t53"."up",
                                "t53"."part",
                                "t53"."used"
                              FROM (
                                SELECT
                                  "t52"."question",
                                  "t52"."slot",
                                  "t52"."record",
                                  "t52"."happened",
                                  "t52"."points",
                                  "t52"."period",
                                  "t52"."had",
                                  "t52"."gained",
                                  "t52"."lost",
                                  "t52"."room",
                                  "t52"."all_gained",
                                  "t52"."all_lost",
                                  "t52"."up",
                                  "t52"."part",
                                  COALESCE(
                                    SUM("t52"."part") OVER (
                                      PARTITION BY "t52"."question", "t52"."slot", "t52"."period"
                                      ORDER BY "t52"."happened" ASC, "t52"."record" ASC
                                      ROWS BETWEEN UNBOUNDED PRECEDING AND 1 preceding
                                    ),
                                    0
                                  ) AS "used"
                                FROM (
                                  SELECT
                                    "t51"."question",
                                    "t51"."slot",
                                    "t51"."record",
                                    "t51"."happened",
                                    "t51"."points",
                                    "t51"."period",
                                    "t51"."had",
                                    "t51"."gained",
                                    "t51"."lost",
                                    "t51"."room",
                                    "t51"."all_gained",
                                    "t51"."all_lost",
                                    "t51"."up",
                                    CASE WHEN "t51"."up" THEN "t51"."gained" ELSE "t51"."lost" END AS "part",
                                    "t51"."used"
                                  FROM (
                                    SELECT
                                      "t50"."question",
                                      "t50"."slot",
                                      "t50"."record",
                                      "t50"."happened",
                                      "t50"."points",
                                      "t50"."period",
                                      "t50"."had",
                                      "t50"."gained",
                                      "t50"."lost",
                                      CASE
                                        WHEN ABS("t50"."all_gained" - "t50"."all_lost") > "t50"."room"
                                        THEN CASE
                                          WHEN "t50"."all_gained" > "t50"."all_lost"
                                          THEN "t50"."all_gained"
                                          ELSE "t50"."all_lost"
                                        END - (
                                          ABS("t50"."all_gained" - "t50"."all_lost") - "t50"."room"
                                        )
                                        ELSE 4611686018427387904
                                      END AS "room",
                                      "t50"."all_gained",
                                      "t50"."all_lost",
                                      "t50"."all_gained" > "t50"."all_lost" AS "up",
                                      "t50"."part",
                                      "t50"."used"
                                    FROM (
                                      SELECT
                                        "t49"."question",
                                        "t49"."slot",
                                        "t49"."record",
                                        "t49"."happened",
                                        "t49"."points",
                                        "t49"."period",
                                        "t49"."had",
                                        "t49"."gained",
                                        "t49"."lost",
                                        "t49"."room",
                                        SUM("t49"."gained") OVER (
                                          PARTITION BY "t49"."question", "t49"."slot", "t49"."period"
                                          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                                        ) AS "all_gained",
                                        SUM("t49"."lost") OVER (
                                          PARTITION BY "t49"."question", "t49"."slot", "t49"."period"
                                          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                                        ) AS "all_lost",
                                        "t49"."up",
                                        "t49"."part",
                                        "t49"."used"
                                      FROM (
                                        SELECT
                                          "t48"."question",
                                          "t48"."slot",
                                          "t48"."record",
                                          "t48"."happened",
                                          "t48"."points",
                                          "t48"."period",
                                          "t48"."had",
                                          GREATEST("t48"."points", 0) AS "gained",
                                          GREATEST(-(
                                            "t48"."points"
                                          ), 0) AS "lost",
                                          CASE WHEN "t48"."slot" = 4 THEN 15000 ELSE 4611686018427387904 END AS "room",
                                          "t48"."all_gained",
                                          "t48"."all_lost",
                                          "t48"."up",
                                          "t48"."part",
                                          "t48"."used"
                                        FROM (
                                          SELECT
                                            "t47"."question",
                                            "t47"."slot",
                                            "t47"."record",
                                            "t47"."happened",
                                            CASE
                                              WHEN "t47"."up"
                                              THEN "t47"."points" - (
                                                "t47"."part" - LEAST("t47"."part", GREATEST("t47"."room" - "t47"."used", 0))
                                              )
                                              ELSE "t47"."points" + (
                                                "t47"."part" - LEAST("t47"."part", GREATEST("t47"."room" - "t47"."used", 0))
                                              )
                                            END AS "points",
                                            "t47"."period",
                                            "t47"."had",
                                            "t47"."gained",
                                            "t47"."lost",
                                            "t47"."room",
                                            "t47"."all_gained",
                                            "t47"."all_lost",
                                            "t47"."up",
                                            "t47"."part",
                                            "t47"."used"
                                          FROM (
                                            SELECT
                                              "t46"."question",
                                              "t46"."slot",
                                              "t46"."record",
                                              "t46"."happened",
                                              "t46"."points",
                                              "t46"."period",
                                              "t46"."had",
                                              "t46"."gained",
                                              "t46"."lost",
                                              "t46"."room",
                                              "t46"."all_gained",
                                              "t46"."all_lost",
                                              "t46"."up",
                                              "t46"."part",
                                              COALESCE(
                                                SUM("t46"."part") OVER (
                                                  PARTITION BY "t46"."question", "t46"."slot", "t46"."period"
                                                  ORDER BY "t46"."happened" ASC, "t46"."record" ASC
                                                  ROWS BETWEEN UNBOUNDED PRECEDING AND 1 preceding
                                                ),
                                                0
                                              ) AS "used"
                                            FROM (
                                              SELECT
                                                "t45"."question",
                                                "t45"."slot",
                                                "t45"."record",
                                                "t45"."happened",
                                                "t45"."points",
                                                "t45"."period",
                                                "t45"."had",
                                                "t45"."gained",
                                                "t45"."lost",
                                                "t45"."room",
                                                "t45"."all_gained",
                                                "t45"."all_lost",
                                                "t45"."up",
                                                CASE WHEN "t45"."up" THEN "t45"."gained" ELSE "t45"."lost" END AS "part",
                                                "t45"."used"
                                              FROM (
                                                SELECT
                                                  "t44"."question",
                                                  "t44"."slot",
                                                  "t44"."record",
                                                  "t44"."happened",
                                                  "t44"."points",
                                                  "t44"."period",
                                                  "t44"."had",
                                                  "t44"."gained",
                                                  "t44"."lost",
                                                  "t44"."room",
                                                  "t44"."all_gained",
                                                  "t44"."all_lost",
                                                  FALSE AS "up",
                                                  "t44"."part",
                                                  "t44"."used"
                                                FROM (
                                                  SELECT
                                                    "t43"."question",
                                                    "t43"."slot",
                                                    "t43"."record",
                                                    "t43"."happened",
                                                    "t43"."points",
                                                    "t43"."period",
                                                    "t43"."had",
                                                    GREATEST("t43"."points", 0) AS "gained",
                                                    GREATEST(-(
                                                      "t43"."points"
                                                    ), 0) AS "lost",
                                                    CASE WHEN "t43"."slot" = 11 THEN 3000 ELSE 4611686018427387904 END AS "room",
                                                    "t43"."all_gained",
                                                    "t43"."all_lost",
                                                    "t43"."up",
                                                    "t43"."part",
                                                    "t43"."used"
                                                  FROM (
                                                    SELECT
                                                      "t42"."question",
                                                      "t42"."slot",
                                                      "t42"."record",
                                                      "t42"."happened",
                                                      "t42"."points",
                                                      CAST(EXTRACT(year FROM "t42"."happened") AS BIGINT) AS "period",
                                                      "t42"."points" AS "had",
                                                      "t42"."gained",
                                                      "t42"."lost",
                                                      "t42"."room",
                                                      "t42"."all_gained",
                                                      "t42"."all_lost",
                                                      "t42"."up",
                                                      "t42"."part",
                                                      "t42"."used"
                                                    FROM (
                                                      SELECT
                                                        "t41"."question",
                                                        "t41"."slot",
                                                        "t41"."record",
                                                        "t41"."happened",
                                                        CASE
                                                          WHEN "t41"."up"
                                                          THEN "t41"."points" - (
                                                            "t41"."part" - LEAST("t41"."part", GREATEST("t41"."room" - "t41"."used", 0))
                                                          )
                                                          ELSE "t41"."points" + (
                                                            "t41"."part" - LEAST("t41"."part", GREATEST("t41"."room" - "t41"."used", 0))
                                                          )
                                                        END AS "points",
                                                        "t41"."period",
                                                        "t41"."had",
                                                        "t41"."gained",
                                                        "t41"."lost",
                                                        "t41"."room",
                                                        "t41"."all_gained",
                                                        "t41"."all_lost",
                                                        "t41"."up",
                                                        "t41"."part",
                                                        "t41"."used"
                                                      FROM (
                                                        SELECT
                                                          "t40"."question",
                                                          "t40"."slot",
                                                          "t40"."record",
                                                          "t40"."happened",
                                                          "t40"."points",
                                                          "t40"."period",
                                                          "t40"."had",
                                                          "t40"."gained",
                                                          "t40"."lost",
                                                          "t40"."room",
                                                          "t40"."all_gained",
                                                          "t40"."all_lost",
                                                          "t40"."up",
                                                          "t40"."part",
                                                          COALESCE(
                                                            SUM("t40"."part") OVER (
                                                              PARTITION BY "t40"."question", "t40"."slot", "t40"."period"
                                                              ORDER BY "t40"."happened" ASC, "t40"."record" ASC
                                                              ROWS BETWEEN UNBOUNDED PRECEDING AND 1 preceding
                                                            ),
                                                            0
                                                          ) AS "used"
                                                        FROM (
                                                          SELECT
                                                            "t39"."question",
                                                            "t39"."slot",
                                                            "t39"."record",
                                                            "t39"."happened",
                                                            "t39"."points",
                                                            "t39"."period",
                                                            "t39"."had",
                                                            "t39"."gained",
                                                            "t39"."lost",
                                                            "t39"."room",
                                                            "t39"."all_gained",
                                                            "t39"."all_lost",
                                                            "t39"."up",
                                                            CASE WHEN "t39"."up" THEN "t39"."gained" ELSE "t39"."lost" END AS "part"
                                                          FROM (
                                                            SELECT
                                                              "t36"."question",
                                                              "t36"."slot",
                                                              "t36"."record",
                                                              "t36"."happened",
                                                              "t36"."points",
                                                              "t36"."period",
                                                              "t36"."had",
                                                              "t36"."gained",
                                                              "t36"."lost",
                                                              CASE
                                                                WHEN ABS("t36"."all_gained" - "t36"."all_lost") > "t36"."room"
                                                                THEN CASE
                                                                  WHEN "t36"."all_gained" > "t36"."all_lost"
                                                                  THEN "t36"."all_gained"
                                                                  ELSE "t36"."all_lost"
                                                                END - (
                                                                  ABS("t36"."all_gained" - "t36"."all_lost") - "t36"."room"
                                                                )
                                                                ELSE 4611686018427387904
                                                              END AS "room",
                                                              "t36"."all_gained",
                                                              "t36"."all_lost",
                                                              "t36"."all_gained" > "t36"."all_lost" AS "up"
                                                            FROM (
                                                              SELECT
                                                                "t34"."question",
                                                                "t34"."slot",
                                                                "t34"."record",
                                                                "t34"."happened",
                                                                "t34"."points",
                                                                "t34"."period",
                                                                "t34"."had",
                                                                "t34"."gained",
                                                                "t34"."lost",
                                                                "t34"."room",
                                                                SUM("t34"."gained") OVER (
                                                                  PARTITION BY "t34"."question", "t34"."slot", "t34"."period"
                                                                  ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                                                                ) AS "all_gained",
                                                                SUM("t34"."lost") OVER (
                                                                  PARTITION BY "t34"."question", "t34"."slot", "t34"."period"
                                                                  ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                                                                ) AS "all_lost"
                                                              FROM (
                                                                SELECT
                                                                  "t32"."question",
                                                                  "t32"."slot",
                                                                  "t32"."record",
                                                                  "t32"."happened",
                                                                  "t32"."points",
                                                                  "t32"."period",
                                                                  "t32"."had",
                                                                  GREATEST("t32"."points", 0) AS "gained",
                                                                  GREATEST(-(
                                                                    "t32"."points"
                                                                  ), 0) AS "lost",
                                                                  CASE WHEN "t32"."slot" = 4 THEN 5000 ELSE 4611686018427387904 END AS "room"
                                                                FROM (
                                                                  SELECT
                                                                    "t29"."question",
                                                                    "t29"."slot",
                                                                    "t29"."record",
                                                                    "t29"."happened",
                                                                    "t29"."points",
                                                                    (
                                                                      CAST(EXTRACT(year FROM "t29"."happened") AS BIGINT) * 12
                                                                    ) + CAST(EXTRACT(month FROM "t29"."happened") AS BIGINT) AS "period",
                                                                    "t29"."points" AS "had"
                                                                  FROM (
                                                                    SELECT
                                                                      "t28"."question",
                                                                      "t28"."slot",
                                                                      "t28"."record",
                                                                      "t28"."happened",
                                                                      "t28"."points"
                                                                    FROM (
                                                                      SELECT
                                                                        "t26"."question",
                                                                        "t26"."number",
                                                                        "t26"."record",
                                                                        "t26"."happened",
                                                                        "t26"."ends",
                                                                        "t26"."leaves",
                                                                        "t26"."points",
                                                                        "t26"."why",
                                                                        "t26"."number" AS "slot"
                                                                      FROM (
                                                                        SELECT
                                                                          *
                                                                        FROM "t24" AS "t25"
                                                                        WHERE
                                                                          "t25"."number" IN (4, 11)
                                                                      ) AS "t26"
                                                                    ) AS "t28"
                                                                  ) AS "t29"
                                                                ) AS "t32"
                                                              ) AS "t34"
                                                            ) AS "t36"
                                                          ) AS "t39"
                                                        ) AS "t40"
                                                      ) AS "t41"
                                                    ) AS "t42"
                                                  ) AS "t43"
                                                ) AS "t44"
                                              ) AS "t45"
                                            ) AS "t46"
                                          ) AS "t47"
                                        ) AS "t48"
                                      ) AS "t49"
                                    ) AS "t50"
                                  ) AS "t51"
                                ) AS "t52"
                              ) AS "t53"
                            ) AS "t54"
                          ) AS "t55"
                        ) AS "t56"
                        GROUP BY
                          1
                      ) AS "t58"
                        ON "t4"."question" = "t58"."question"
                    ) AS "t59"
                  ) AS "t60"
                ) AS "t61"
              ) AS "t62"
            ) AS "t63"
          ) AS "t64"
        ) AS "t65"
      ) AS "t66"
    ) AS "t67"
  ) AS "t68"
) AS "t69"

-- contributions; fields: f_days int64, f_days_overdue int64, f_hours int64, f_level string, f_over_limit_percent int64
WITH "t15" AS (
  SELECT
    "t13"."subject",
    "t13"."record",
    "t13"."type",
    "t13"."document",
    "t13"."happened",
    "t13"."ends",
    "t13"."leaves",
    "t13"."severity",
    "t13"."kind",
    "t13"."adverse",
    "t13"."known",
    "t13"."retracts",
    "t13"."superseded",
    "t13"."doubt_from",
    "t13"."doubt_until",
    "t13"."replaced",
    "t13"."f_level",
    "t13"."f_hours",
    "t13"."f_days",
    "t13"."f_over_limit_percent",
    "t13"."f_days_overdue",
    "t13"."question",
    "t13"."as_of",
    "t13"."known_at",
    "t13"."public_since",
    "t13"."opens_0",
    "t13"."opens_1",
    "t13"."opens_2",
    "t13"."number",
    CASE
      WHEN "t13"."number" = 0
      THEN CASE
        WHEN "t13"."f_level" IS NULL
        THEN CAST(NULL AS BIGINT)
        WHEN "t13"."f_level" = 'national'
        THEN 20000
        WHEN "t13"."f_level" = 'provincial'
        THEN 15000
        WHEN "t13"."f_level" = 'city'
        THEN 10000
        ELSE 0
      END
      WHEN "t13"."number" = 1
      THEN CASE
        WHEN "t13"."f_level" IS NULL
        THEN CAST(NULL AS BIGINT)
        WHEN "t13"."f_level" = 'national'
        THEN 15000
        WHEN "t13"."f_level" = 'provincial'
        THEN 12000
        WHEN "t13"."f_level" = 'city'
        THEN 10000
        ELSE 0
      END
      WHEN "t13"."number" = 2
      THEN CASE
        WHEN "t13"."f_level" IS NULL
        THEN CAST(NULL AS BIGINT)
        WHEN "t13"."f_level" = 'national'
        THEN 30000
        WHEN "t13"."f_level" = 'provincial'
        THEN 25000
        WHEN "t13"."f_level" = 'city'
        THEN 20000
        ELSE 0
      END
      WHEN "t13"."number" IN (3, 5, 6)
      THEN 5000
      WHEN "t13"."number" = 4
      THEN CASE
        WHEN (
          "t13"."f_hours" >= -1000000000000
        )
        AND (
          "t13"."f_hours" <= 1000000000000
        )
        THEN "t13"."f_hours" * 250
        ELSE CAST(NULL AS BIGINT)
      END
      WHEN "t13"."number" = 7
      THEN CASE
        WHEN (
          "t13"."f_days" >= -1000000000000
        ) AND (
          "t13"."f_days" <= 1000000000000
        )
        THEN "t13"."f_days" * 1000
        ELSE CAST(NULL AS BIGINT)
      END
      WHEN "t13"."number" = 8
      THEN 10000
      WHEN "t13"."number" IN (9, 11)
      THEN -1000
      WHEN "t13"."number" = 10
      THEN CASE
        WHEN "t13"."severity" IS NULL
        THEN CAST(NULL AS BIGINT)
        WHEN "t13"."severity" = 'minor'
        THEN -2000
        WHEN "t13"."severity" = 'moderate'
        THEN -4000
        WHEN "t13"."severity" = 'serious'
        THEN -15000
        ELSE 0
      END
      ELSE CAST(NULL AS BIGINT)
    END AS "worth",
    (
      "t13"."doubt_from" IS NOT NULL
    )
    AND (
      "t13"."doubt_from" <= "t13"."known_at"
    )
    AND (
      (
        "t13"."doubt_until" IS NULL
      ) OR (
        "t13"."known_at" < "t13"."doubt_until"
      )
    ) AS "doubted",
    (
      "t13"."public_since" IS NOT NULL
    )
    AND (
      "t13"."happened" < "t13"."public_since"
    ) AS "early"
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t4"."subject",
        "t4"."record",
        "t4"."type",
        "t4"."document",
        "t4"."happened",
        "t4"."ends",
        "t4"."leaves",
        "t4"."severity",
        "t4"."kind",
        "t4"."adverse",
        "t4"."known",
        "t4"."retracts",
        "t4"."superseded",
        "t4"."doubt_from",
        "t4"."doubt_until",
        "t4"."replaced",
        "t4"."f_level",
        "t4"."f_hours",
        "t4"."f_days",
        "t4"."f_over_limit_percent",
        "t4"."f_days_overdue",
        "t9"."question",
        "t9"."as_of",
        "t9"."known_at",
        "t9"."public_since",
        "t9"."opens_0",
        "t9"."opens_1",
        "t9"."opens_2",
        "t7"."number"
      FROM "records" AS "t4"
      INNER JOIN (
        SELECT
          "t5"."question",
          "t5"."subject",
          "t5"."as_of",
          "t5"."known_at",
          "t6"."public_since",
          "t6"."opens_0",
          "t6"."opens_1",
          "t6"."opens_2"
        FROM "questions" AS "t5"
        INNER JOIN "days" AS "t6"
          ON "t5"."as_of" = "t6"."as_of"
      ) AS "t9"
        ON "t4"."subject" = "t9"."subject"
      INNER JOIN "factors" AS "t7"
        ON "t4"."type" = "t7"."type"
    ) AS "t11"
    WHERE
      "t11"."known" <= "t11"."known_at"
      AND (
        (
          "t11"."replaced" IS NULL
        ) OR (
          "t11"."known_at" < "t11"."replaced"
        )
      )
  ) AS "t13"
), "t19" AS (
  SELECT
    "t18"."question",
    "t18"."number",
    "t18"."record",
    "t18"."document",
    "t18"."happened",
    "t18"."ends",
    "t18"."leaves",
    "t18"."known",
    "t18"."worth",
    "t18"."doubted",
    "t18"."early"
  FROM (
    SELECT
      *
    FROM "t15" AS "t16"
    WHERE
      NOT (
        "t16"."retracts"
      )
      AND (
        (
          "t16"."superseded" IS NULL
        ) OR (
          "t16"."known_at" < "t16"."superseded"
        )
      )
      AND "t16"."happened" <= "t16"."as_of"
      AND (
        (
          "t16"."leaves" IS NULL
        ) OR (
          "t16"."as_of" < "t16"."leaves"
        )
      )
      AND (
        (
          "t16"."ends" IS NULL
        ) OR (
          "t16"."as_of" < "t16"."ends"
        )
      )
      AND CASE
        WHEN "t16"."number" IN (0, 1, 2, 6, 8)
        THEN "t16"."happened" > "t16"."opens_0"
        WHEN "t16"."number" IN (3, 4, 5, 7, 10)
        THEN "t16"."happened" > "t16"."opens_1"
        WHEN "t16"."number" IN (9, 11)
        THEN "t16"."happened" > "t16"."opens_2"
        ELSE TRUE
      END
      AND CASE
        WHEN "t16"."number" = 4
        THEN TRUE AND COALESCE("t16"."f_hours" >= 5, FALSE)
        WHEN "t16"."number" = 6
        THEN TRUE AND COALESCE("t16"."f_level" IN ('1', '2', '3'), FALSE)
        WHEN "t16"."number" = 9
        THEN TRUE AND COALESCE("t16"."f_over_limit_percent" >= 20, FALSE)
        WHEN "t16"."number" = 11
        THEN TRUE AND COALESCE("t16"."f_days_overdue" >= 30, FALSE)
        ELSE TRUE
      END
      AND "t16"."worth" IS NOT NULL
  ) AS "t18"
), "t31" AS (
  SELECT
    *
  FROM (
    SELECT
      "t25"."question",
      "t25"."number",
      "t25"."record",
      "t25"."happened",
      "t25"."ends",
      "t25"."leaves",
      "t25"."points",
      "t25"."why"
    FROM (
      SELECT
        "t21"."question",
        "t21"."number",
        "t21"."record",
        "t21"."document",
        "t21"."happened",
        "t21"."ends",
        "t21"."leaves",
        "t21"."known",
        "t21"."worth",
        "t21"."doubted",
        "t21"."early",
        CASE
          WHEN (
            "t21"."worth" < 0
          ) AND (
            "t21"."doubted" OR "t21"."early"
          )
          THEN 0
          ELSE "t21"."worth"
        END AS "points",
        CASE
          WHEN (
            "t21"."worth" < 0
          ) AND (
            "t21"."doubted" OR "t21"."early"
          )
          THEN CASE WHEN "t21"."doubted" THEN 'in_doubt' ELSE 'before_public' END
          ELSE ''
        END AS "why"
      FROM (
        SELECT
          *
        FROM "t19" AS "t20"
        WHERE
          "t20"."number" IN (2, 3, 4, 5, 7, 9, 10, 11)
      ) AS "t21"
    ) AS "t25"
  ) AS "t26"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      "t29"."question",
      "t29"."number",
      "t29"."record",
      "t29"."happened",
      "t29"."ends",
      "t29"."leaves",
      "t29"."points",
      "t29"."why"
    FROM (
      SELECT
        "t27"."question",
        "t27"."number",
        "t27"."record",
        "t27"."document",
        "t27"."happened",
        "t27"."ends",
        "t27"."leaves",
        "t27"."known",
        "t27"."worth",
        "t27"."doubted",
        "t27"."early",
        "t27"."favour",
        "t27"."out",
        "t27"."event",
        "t27"."rank",
        "t27"."place",
        "t27"."sure_before",
        "t27"."out_before",
        CASE
          WHEN NOT (
            "t27"."out"
          )
          AND (
            "t27"."place" = 0
          )
          AND (
            (
              "t27"."out_before" IS NULL
            ) OR (
              "t27"."out_before" <= "t27"."favour"
            )
          )
          THEN "t27"."worth"
          ELSE 0
        END AS "points",
        CASE
          WHEN NOT (
            "t27"."out"
          )
          AND (
            "t27"."place" = 0
          )
          AND (
            (
              "t27"."out_before" IS NULL
            ) OR (
              "t27"."out_before" <= "t27"."favour"
            )
          )
          THEN ''
          WHEN "t27"."out" AND (
            COALESCE("t27"."sure_before", 0) = 0
          )
          THEN CASE WHEN "t27"."doubted" THEN 'in_doubt' ELSE 'before_public' END
          ELSE 'later_one'
        END AS "why"
      FROM (
        SELECT
          "t24"."question",
          "t24"."number",
          "t24"."record",
          "t24"."document",
          "t24"."happened",
          "t24"."ends",
          "t24"."leaves",
          "t24"."known",
          "t24"."worth",
          "t24"."doubted",
          "t24"."early",
          "t24"."favour",
          "t24"."out",
          "t24"."event",
          "t24"."rank",
          ROW_NUMBER() OVER (
            PARTITION BY "t24"."question", "t24"."number", "t24"."event", "t24"."out"
            ORDER BY "t24"."rank" DESC, "t24"."happened" DESC, "t24"."known" DESC, "t24"."record" DESC
            ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
          ) - 1 AS "place",
          SUM(CASE WHEN NOT (
            "t24"."out"
          ) THEN 1 ELSE 0 END) OVER (
            PARTITION BY "t24"."question", "t24"."number", "t24"."event"
            ORDER BY "t24"."rank" DESC, "t24"."happened" DESC, "t24"."known" DESC, "t24"."record" DESC
            ROWS BETWEEN UNBOUNDED PRECEDING AND 1 preceding
          ) AS "sure_before",
          MAX(CASE WHEN "t24"."out" THEN "t24"."favour" ELSE CAST(NULL AS BIGINT) END) OVER (
            PARTITION BY "t24"."question", "t24"."number", "t24"."event"
            ORDER BY "t24"."rank" DESC, "t24"."happened" DESC, "t24"."known" DESC, "t24"."record" DESC
            ROWS BETWEEN UNBOUNDED PRECEDING AND 1 preceding
          ) AS "out_before"
        FROM (
          SELECT
            "t22"."question",
            "t22"."number",
            "t22"."record",
            "t22"."document",
            "t22"."happened",
            "t22"."ends",
            "t22"."leaves",
            "t22"."known",
            "t22"."worth",
            "t22"."doubted",
            "t22"."early",
            "t22"."worth" AS "favour",
            (
              "t22"."worth" < 0
            ) AND (
              "t22"."doubted" OR "t22"."early"
            ) AS "out",
            0 AS "event",
            CASE WHEN "t22"."number" IN (0, 1, 6) THEN "t22"."worth" ELSE 0 END AS "rank"
          FROM (
            SELECT
              *
            FROM "t19" AS "t20"
            WHERE
              "t20"."number" IN (0, 1, 6, 8)
          ) AS "t22"
        ) AS "t24"
      ) AS "t27"
    ) AS "t29"
  ) AS "t30"
), "t44" AS (
  SELECT
    "t42"."question",
    "t42"."slot",
    "t42"."year",
    "t42"."total",
    CASE
      WHEN "t42"."slot" IN (3, 5, 7)
      THEN GREATEST(LEAST("t42"."total", 10000), -(
        10000
      ))
      ELSE "t42"."total"
    END AS "kept"
  FROM (
    SELECT
      "t40"."question",
      "t40"."slot",
      "t40"."year",
      SUM("t40"."points") AS "total"
    FROM (
      SELECT
        "t39"."question",
        "t39"."number",
        "t39"."record",
        "t39"."happened",
        "t39"."ends",
        "t39"."leaves",
        "t39"."points",
        "t39"."why",
        "t39"."slot",
        CASE
          WHEN "t39"."slot" IN (3, 5, 7)
          THEN CAST(EXTRACT(year FROM "t39"."happened") AS BIGINT)
          ELSE 0
        END AS "year"
      FROM (
        SELECT
          "t36"."question",
          "t36"."number",
          "t36"."record",
          "t36"."happened",
          "t36"."ends",
          "t36"."leaves",
          "t36"."points",
          "t36"."why",
          CASE
            WHEN "t36"."number" = 0
            THEN 0
            WHEN "t36"."number" = 1
            THEN 1
            WHEN "t36"."number" = 2
            THEN 2
            WHEN "t36"."number" = 3
            THEN 3
            WHEN "t36"."number" = 4
            THEN 4
            WHEN "t36"."number" = 5
            THEN 5
            WHEN "t36"."number" = 6
            THEN 6
            WHEN "t36"."number" = 7
            THEN 7
            WHEN "t36"."number" = 8
            THEN 8
            WHEN "t36"."number" = 9
            THEN 9
            WHEN "t36"."number" = 10
            THEN 10
            WHEN "t36"."number" = 11
            THEN 11
            ELSE -1
          END AS "slot"
        FROM (
          SELECT
            *
          FROM "t31" AS "t32"
          WHERE
            NOT (
              "t32"."number" IN (4, 11)
            )
        ) AS "t36"
      ) AS "t39"
    ) AS "t40"
    GROUP BY
      1,
      2,
      3
  ) AS "t42"
), "t54" AS (
  SELECT
    "t53"."question",
    "t53"."slot",
    "t53"."record",
    "t53"."happened",
    CASE
      WHEN "t53"."up"
      THEN "t53"."points" - (
        "t53"."part" - LEAST("t53"."part", GREATEST("t53"."room" - "t53"."used", 0))
      )
      ELSE "t53"."points" + (
        "t53"."part" - LEAST("t53"."part", GREATEST("t53"."room" - "t53"."used", 0))
      )
    END AS "points",
    "t53"."period",
    "t53"."had",
    "t53"."gained",
    "t53"."lost",
    "t53"."room",
    "t53"."all_gained",
    "t53"."all_lost",
    "t53"."up",
    "t53"."part",
    "t53"."used"
  FROM (
    SELECT
      "t52"."question",
      "t52"."slot",
      "t52"."record",
      "t52"."happened",
      "t52"."points",
      "t52"."period",
      "t52"."had",
      "t52"."gained",
      "t52"."lost",
      "t52"."room",
      "t52"."all_gained",
      "t52"."all_lost",
      "t52"."up",
      "t52"."part",
      COALESCE(
        SUM("t52"."part") OVER (
          PARTITION BY "t52"."question", "t52"."slot", "t52"."period"
          ORDER BY "t52"."happened" ASC, "t52"."record" ASC
          ROWS BETWEEN UNBOUNDED PRECEDING AND 1 preceding
        ),
        0
      ) AS "used"
    FROM (
      SELECT
        "t51"."question",
        "t51"."slot",
        "t51"."record",
        "t51"."happened",
        "t51"."points",
        "t51"."period",
        "t51"."had",
        "t51"."gained",
        "t51"."lost",
        "t51"."room",
        "t51"."all_gained",
        "t51"."all_lost",
        "t51"."up",
        CASE WHEN "t51"."up" THEN "t51"."gained" ELSE "t51"."lost" END AS "part"
      FROM (
        SELECT
          "t45"."question",
          "t45"."slot",
          "t45"."record",
          "t45"."happened",
          "t45"."points",
          "t45"."period",
          "t45"."had",
          "t45"."gained",
          "t45"."lost",
          CASE
            WHEN ABS("t45"."all_gained" - "t45"."all_lost") > "t45"."room"
            THEN CASE
              WHEN "t45"."all_gained" > "t45"."all_lost"
              THEN "t45"."all_gained"
              ELSE "t45"."all_lost"
            END - (
              ABS("t45"."all_gained" - "t45"."all_lost") - "t45"."room"
            )
            ELSE 4611686018427387904
          END AS "room",
          "t45"."all_gained",
          "t45"."all_lost",
          "t45"."all_gained" > "t45"."all_lost" AS "up"
        FROM (
          SELECT
            "t43"."question",
            "t43"."slot",
            "t43"."record",
            "t43"."happened",
            "t43"."points",
            "t43"."period",
            "t43"."had",
            "t43"."gained",
            "t43"."lost",
            "t43"."room",
            SUM("t43"."gained") OVER (
              PARTITION BY "t43"."question", "t43"."slot", "t43"."period"
              ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
            ) AS "all_gained",
            SUM("t43"."lost") OVER (
              PARTITION BY "t43"."question", "t43"."slot", "t43"."period"
              ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
            ) AS "all_lost"
          FROM (
            SELECT
              "t41"."question",
              "t41"."slot",
              "t41"."record",
              "t41"."happened",
              "t41"."points",
              "t41"."period",
              "t41"."had",
              GREATEST("t41"."points", 0) AS "gained",
              GREATEST(-(
                "t41"."points"
              ), 0) AS "lost",
              CASE WHEN "t41"."slot" = 4 THEN 5000 ELSE 4611686018427387904 END AS "room"
            FROM (
              SELECT
                "t38"."question",
                "t38"."slot",
                "t38"."record",
                "t38"."happened",
                "t38"."points",
                (
                  CAST(EXTRACT(year FROM "t38"."happened") AS BIGINT) * 12
                ) + CAST(EXTRACT(month FROM "t38"."happened") AS BIGINT) AS "period",
                "t38"."points" AS "had"
              FROM (
                SELECT
                  "t37"."question",
                  "t37"."slot",
                  "t37"."record",
                  "t37"."happened",
                  "t37"."points"
                FROM (
                  SELECT
                    "t34"."question",
                    "t34"."number",
                    "t34"."record",
                    "t34"."happened",
                    "t34"."ends",
                    "t34"."leaves",
                    "t34"."points",
                    "t34"."why",
                    "t34"."number" AS "slot"
                  FROM (
                    SELECT
                      *
                    FROM "t31" AS "t32"
                    WHERE
                      "t32"."number" IN (4, 11)
                  ) AS "t34"
                ) AS "t37"
              ) AS "t38"
            ) AS "t41"
          ) AS "t43"
        ) AS "t45"
      ) AS "t51"
    ) AS "t52"
  ) AS "t53"
), "t72" AS (
  SELECT
    "t71"."question",
    "t71"."slot",
    "t71"."record",
    "t71"."happened",
    CASE
      WHEN "t71"."up"
      THEN "t71"."points" - (
        "t71"."part" - LEAST("t71"."part", GREATEST("t71"."room" - "t71"."used", 0))
      )
      ELSE "t71"."points" + (
        "t71"."part" - LEAST("t71"."part", GREATEST("t71"."room" - "t71"."used", 0))
      )
    END AS "points",
    "t71"."period",
    "t71"."had",
    "t71"."gained",
    "t71"."lost",
    "t71"."room",
    "t71"."all_gained",
    "t71"."all_lost",
    "t71"."up",
    "t71"."part",
    "t71"."used"
  FROM (
    SELECT
      "t70"."question",
      "t70"."slot",
      "t70"."record",
      "t70"."happened",
      "t70"."points",
      "t70"."period",
      "t70"."had",
      "t70"."gained",
      "t70"."lost",
      "t70"."room",
      "t70"."all_gained",
      "t70"."all_lost",
      "t70"."up",
      "t70"."part",
      COALESCE(
        SUM("t70"."part") OVER (
          PARTITION BY "t70"."question", "t70"."slot", "t70"."period"
          ORDER BY "t70"."happened" ASC, "t70"."record" ASC
          ROWS BETWEEN UNBOUNDED PRECEDING AND 1 preceding
        ),
        0
      ) AS "used"
    FROM (
      SELECT
        "t69"."question",
        "t69"."slot",
        "t69"."record",
        "t69"."happened",
        "t69"."points",
        "t69"."period",
        "t69"."had",
        "t69"."gained",
        "t69"."lost",
        "t69"."room",
        "t69"."all_gained",
        "t69"."all_lost",
        "t69"."up",
        CASE WHEN "t69"."up" THEN "t69"."gained" ELSE "t69"."lost" END AS "part",
        "t69"."used"
      FROM (
        SELECT
          "t68"."question",
          "t68"."slot",
          "t68"."record",
          "t68"."happened",
          "t68"."points",
          "t68"."period",
          "t68"."had",
          "t68"."gained",
          "t68"."lost",
          CASE
            WHEN ABS("t68"."all_gained" - "t68"."all_lost") > "t68"."room"
            THEN CASE
              WHEN "t68"."all_gained" > "t68"."all_lost"
              THEN "t68"."all_gained"
              ELSE "t68"."all_lost"
            END - (
              ABS("t68"."all_gained" - "t68"."all_lost") - "t68"."room"
            )
            ELSE 4611686018427387904
          END AS "room",
          "t68"."all_gained",
          "t68"."all_lost",
          "t68"."all_gained" > "t68"."all_lost" AS "up",
          "t68"."part",
          "t68"."used"
        FROM (
          SELECT
            "t67"."question",
            "t67"."slot",
            "t67"."record",
            "t67"."happened",
            "t67"."points",
            "t67"."period",
            "t67"."had",
            "t67"."gained",
            "t67"."lost",
            "t67"."room",
            SUM("t67"."gained") OVER (
              PARTITION BY "t67"."question", "t67"."slot", "t67"."period"
              ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
            ) AS "all_gained",
            SUM("t67"."lost") OVER (
              PARTITION BY "t67"."question", "t67"."slot", "t67"."period"
              ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
            ) AS "all_lost",
            "t67"."up",
            "t67"."part",
            "t67"."used"
          FROM (
            SELECT
              "t66"."question",
              "t66"."slot",
              "t66"."record",
              "t66"."happened",
              "t66"."points",
              "t66"."period",
              "t66"."had",
              GREATEST("t66"."points", 0) AS "gained",
              GREATEST(-(
                "t66"."points"
              ), 0) AS "lost",
              CASE WHEN "t66"."slot" = 4 THEN 15000 ELSE 4611686018427387904 END AS "room",
              "t66"."all_gained",
              "t66"."all_lost",
              "t66"."up",
              "t66"."part",
              "t66"."used"
            FROM (
              SELECT
                "t65"."question",
                "t65"."slot",
                "t65"."record",
                "t65"."happened",
                CASE
                  WHEN "t65"."up"
                  THEN "t65"."points" - (
                    "t65"."part" - LEAST("t65"."part", GREATEST("t65"."room" - "t65"."used", 0))
                  )
                  ELSE "t65"."points" + (
                    "t65"."part" - LEAST("t65"."part", GREATEST("t65"."room" - "t65"."used", 0))
                  )
                END AS "points",
                "t65"."period",
                "t65"."had",
                "t65"."gained",
                "t65"."lost",
                "t65"."room",
                "t65"."all_gained",
                "t65"."all_lost",
                "t65"."up",
                "t65"."part",
                "t65"."used"
              FROM (
                SELECT
                  "t63"."question",
                  "t63"."slot",
                  "t63"."record",
                  "t63"."happened",
                  "t63"."points",
                  "t63"."period",
                  "t63"."had",
                  "t63"."gained",
                  "t63"."lost",
                  "t63"."room",
                  "t63"."all_gained",
                  "t63"."all_lost",
                  "t63"."up",
                  "t63"."part",
                  COALESCE(
                    SUM("t63"."part") OVER (
                      PARTITION BY "t63"."question", "t63"."slot", "t63"."period"
                      ORDER BY "t63"."happened" ASC, "t63"."record" ASC
                      ROWS BETWEEN UNBOUNDED PRECEDING AND 1 preceding
                    ),
                    0
                  ) AS "used"
                FROM (
                  SELECT
                    "t60"."question",
                    "t60"."slot",
                    "t60"."record",
                    "t60"."happened",
                    "t60"."points",
                    "t60"."period",
                    "t60"."had",
                    "t60"."gained",
                    "t60"."lost",
                    "t60"."room",
                    "t60"."all_gained",
                    "t60"."all_lost",
                    "t60"."up",
                    CASE WHEN "t60"."up" THEN "t60"."gained" ELSE "t60"."lost" END AS "part",
                    "t60"."used"
                  FROM (
                    SELECT
                      "t59"."question",
                      "t59"."slot",
                      "t59"."record",
                      "t59"."happened",
                      "t59"."points",
                      "t59"."period",
                      "t59"."had",
                      "t59"."gained",
                      "t59"."lost",
                      "t59"."room",
                      "t59"."all_gained",
                      "t59"."all_lost",
                      FALSE AS "up",
                      "t59"."part",
                      "t59"."used"
                    FROM (
                      SELECT
                        "t57"."question",
                        "t57"."slot",
                        "t57"."record",
                        "t57"."happened",
                        "t57"."points",
                        "t57"."period",
                        "t57"."had",
                        GREATEST("t57"."points", 0) AS "gained",
                        GREATEST(-(
                          "t57"."points"
                        ), 0) AS "lost",
                        CASE WHEN "t57"."slot" = 11 THEN 3000 ELSE 4611686018427387904 END AS "room",
                        "t57"."all_gained",
                        "t57"."all_lost",
                        "t57"."up",
                        "t57"."part",
                        "t57"."used"
                      FROM (
                        SELECT
                          "t55"."question",
                          "t55"."slot",
                          "t55"."record",
                          "t55"."happened",
                          "t55"."points",
                          CAST(EXTRACT(year FROM "t55"."happened") AS BIGINT) AS "period",
                          "t55"."points" AS "had",
                          "t55"."gained",
                          "t55"."lost",
                          "t55"."room",
                          "t55"."all_gained",
                          "t55"."all_lost",
                          "t55"."up",
                          "t55"."part",
                          "t55"."used"
                        FROM "t54" AS "t55"
                      ) AS "t57"
                    ) AS "t59"
                  ) AS "t60"
                ) AS "t63"
              ) AS "t65"
            ) AS "t66"
          ) AS "t67"
        ) AS "t68"
      ) AS "t69"
    ) AS "t70"
  ) AS "t71"
), "t89" AS (
  SELECT
    "t88"."question",
    "t88"."subject",
    "t88"."as_of",
    "t88"."known_at",
    "t88"."sum_0",
    "t88"."sum_1",
    "t88"."sum_2",
    "t88"."sum_3",
    "t88"."sum_4",
    "t88"."sum_5",
    "t88"."sum_6",
    "t88"."sum_7",
    "t88"."sum_8",
    "t88"."sum_9",
    "t88"."sum_10",
    "t88"."sum_11",
    "t88"."start_0",
    "t88"."start_1",
    "t88"."start_2",
    "t88"."start_3",
    "t88"."start_4",
    "t88"."start_5",
    "t88"."start_6",
    "t88"."start_7",
    "t88"."start_8",
    "t88"."start_9",
    "t88"."start_10",
    "t88"."start_11",
    "t88"."total_0",
    "t88"."total_1",
    "t88"."total_2",
    "t88"."total_3",
    "t88"."total_4",
    "t88"."total_5",
    "t88"."total_6",
    "t88"."total_7",
    "t88"."total_8",
    "t88"."total_9",
    "t88"."total_10",
    "t88"."total_11",
    "t88"."parts_0",
    "t88"."parts_1",
    "t88"."parts_2",
    "t88"."parts_3",
    "t88"."parts_4",
    "t88"."part_0",
    "t88"."part_1",
    "t88"."part_2",
    "t88"."part_3",
    "t88"."part_4",
    100000 AS "base",
    100000 + "t88"."earned" AS "reached",
    GREATEST(100000 + "t88"."earned", 0) AS "raised",
    LEAST(GREATEST(100000 + "t88"."earned", 0), 200000) AS "points"
  FROM (
    SELECT
      "t87"."question",
      "t87"."subject",
      "t87"."as_of",
      "t87"."known_at",
      "t87"."public_since",
      "t87"."opens_0",
      "t87"."opens_1",
      "t87"."opens_2",
      "t87"."rest",
      "t87"."sum_0",
      "t87"."sum_1",
      "t87"."sum_2",
      "t87"."sum_3",
      "t87"."sum_4",
      "t87"."sum_5",
      "t87"."sum_6",
      "t87"."sum_7",
      "t87"."sum_8",
      "t87"."sum_9",
      "t87"."sum_10",
      "t87"."sum_11",
      "t87"."start_0",
      "t87"."start_1",
      "t87"."start_2",
      "t87"."start_3",
      "t87"."start_4",
      "t87"."start_5",
      "t87"."start_6",
      "t87"."start_7",
      "t87"."start_8",
      "t87"."start_9",
      "t87"."start_10",
      "t87"."start_11",
      "t87"."total_0",
      "t87"."total_1",
      "t87"."total_2",
      "t87"."total_3",
      "t87"."total_4",
      "t87"."total_5",
      "t87"."total_6",
      "t87"."total_7",
      "t87"."total_8",
      "t87"."total_9",
      "t87"."total_10",
      "t87"."total_11",
      "t87"."parts_0",
      "t87"."parts_1",
      "t87"."parts_2",
      "t87"."parts_3",
      "t87"."parts_4",
      "t87"."part_0",
      "t87"."part_1",
      "t87"."part_2",
      "t87"."part_3",
      "t87"."part_4",
      "t87"."rest" + "t87"."part_0" + "t87"."part_1" + "t87"."part_2" + "t87"."part_3" + "t87"."part_4" AS "earned"
    FROM (
      SELECT
        "t86"."question",
        "t86"."subject",
        "t86"."as_of",
        "t86"."known_at",
        "t86"."public_since",
        "t86"."opens_0",
        "t86"."opens_1",
        "t86"."opens_2",
        "t86"."rest",
        "t86"."sum_0",
        "t86"."sum_1",
        "t86"."sum_2",
        "t86"."sum_3",
        "t86"."sum_4",
        "t86"."sum_5",
        "t86"."sum_6",
        "t86"."sum_7",
        "t86"."sum_8",
        "t86"."sum_9",
        "t86"."sum_10",
        "t86"."sum_11",
        "t86"."start_0",
        "t86"."start_1",
        "t86"."start_2",
        "t86"."start_3",
        "t86"."start_4",
        "t86"."start_5",
        "t86"."start_6",
        "t86"."start_7",
        "t86"."start_8",
        "t86"."start_9",
        "t86"."start_10",
        "t86"."start_11",
        "t86"."total_0",
        "t86"."total_1",
        "t86"."total_2",
        "t86"."total_3",
        "t86"."total_4",
        "t86"."total_5",
        "t86"."total_6",
        "t86"."total_7",
        "t86"."total_8",
        "t86"."total_9",
        "t86"."total_10",
        "t86"."total_11",
        "t86"."parts_0",
        "t86"."parts_1",
        "t86"."parts_2",
        "t86"."parts_3",
        "t86"."parts_4",
        GREATEST(LEAST("t86"."parts_0", 60000), -(
          60000
        )) AS "part_0",
        GREATEST(LEAST("t86"."parts_1", 40000), -(
          40000
        )) AS "part_1",
        GREATEST(LEAST("t86"."parts_2", 20000), -(
          20000
        )) AS "part_2",
        GREATEST(LEAST("t86"."parts_3", 10000), -(
          10000
        )) AS "part_3",
        GREATEST("t86"."parts_4", -100000) AS "part_4"
      FROM (
        SELECT
          "t85"."question",
          "t85"."subject",
          "t85"."as_of",
          "t85"."known_at",
          "t85"."public_since",
          "t85"."opens_0",
          "t85"."opens_1",
          "t85"."opens_2",
          "t85"."rest",
          "t85"."sum_0",
          "t85"."sum_1",
          "t85"."sum_2",
          "t85"."sum_3",
          "t85"."sum_4",
          "t85"."sum_5",
          "t85"."sum_6",
          "t85"."sum_7",
          "t85"."sum_8",
          "t85"."sum_9",
          "t85"."sum_10",
          "t85"."sum_11",
          "t85"."start_0",
          "t85"."start_1",
          "t85"."start_2",
          "t85"."start_3",
          "t85"."start_4",
          "t85"."start_5",
          "t85"."start_6",
          "t85"."start_7",
          "t85"."start_8",
          "t85"."start_9",
          "t85"."start_10",
          "t85"."start_11",
          "t85"."total_0",
          "t85"."total_1",
          "t85"."total_2",
          "t85"."total_3",
          "t85"."total_4",
          "t85"."total_5",
          "t85"."total_6",
          "t85"."total_7",
          "t85"."total_8",
          "t85"."total_9",
          "t85"."total_10",
          "t85"."total_11",
          "t85"."total_0" + "t85"."total_1" + "t85"."total_2" AS "parts_0",
          "t85"."total_3" + "t85"."total_4" + "t85"."total_5" AS "parts_1",
          "t85"."total_6" + "t85"."total_7" AS "parts_2",
          "t85"."total_8" AS "parts_3",
          "t85"."total_9" + "t85"."total_10" + "t85"."total_11" AS "parts_4"
        FROM (
          SELECT
            "t84"."question",
            "t84"."subject",
            "t84"."as_of",
            "t84"."known_at",
            "t84"."public_since",
            "t84"."opens_0",
            "t84"."opens_1",
            "t84"."opens_2",
            "t84"."rest",
            "t84"."sum_0",
            "t84"."sum_1",
            "t84"."sum_2",
            "t84"."sum_3",
            "t84"."sum_4",
            "t84"."sum_5",
            "t84"."sum_6",
            "t84"."sum_7",
            "t84"."sum_8",
            "t84"."sum_9",
            "t84"."sum_10",
            "t84"."sum_11",
            "t84"."start_0",
            "t84"."start_1",
            "t84"."start_2",
            "t84"."start_3",
            "t84"."start_4",
            "t84"."start_5",
            "t84"."start_6",
            "t84"."start_7",
            "t84"."start_8",
            "t84"."start_9",
            "t84"."start_10",
            "t84"."start_11",
            "t84"."sum_0" AS "total_0",
            "t84"."sum_1" AS "total_1",
            "t84"."sum_2" AS "total_2",
            "t84"."sum_3" AS "total_3",
            "t84"."sum_4" AS "total_4",
            "t84"."sum_5" AS "total_5",
            "t84"."sum_6" AS "total_6",
            "t84"."sum_7" AS "total_7",
            "t84"."sum_8" AS "total_8",
            "t84"."sum_9" AS "total_9",
            "t84"."sum_10" AS "total_10",
            "t84"."sum_11" AS "total_11"
          FROM (
            SELECT
              "t83"."question",
              "t83"."subject",
              "t83"."as_of",
              "t83"."known_at",
              "t83"."public_since",
              "t83"."opens_0",
              "t83"."opens_1",
              "t83"."opens_2",
              "t83"."rest",
              "t83"."sum_0" + "t83"."start_0" AS "sum_0",
              "t83"."sum_1" + "t83"."start_1" AS "sum_1",
              "t83"."sum_2" + "t83"."start_2" AS "sum_2",
              "t83"."sum_3" + "t83"."start_3" AS "sum_3",
              "t83"."sum_4" + "t83"."start_4" AS "sum_4",
              "t83"."sum_5" + "t83"."start_5" AS "sum_5",
              "t83"."sum_6" + "t83"."start_6" AS "sum_6",
              "t83"."sum_7" + "t83"."start_7" AS "sum_7",
              "t83"."sum_8" + "t83"."start_8" AS "sum_8",
              "t83"."sum_9" + "t83"."start_9" AS "sum_9",
              "t83"."sum_10" + "t83"."start_10" AS "sum_10",
              "t83"."sum_11" + "t83"."start_11" AS "sum_11",
              "t83"."start_0",
              "t83"."start_1",
              "t83"."start_2",
              "t83"."start_3",
              "t83"."start_4",
              "t83"."start_5",
              "t83"."start_6",
              "t83"."start_7",
              "t83"."start_8",
              "t83"."start_9",
              "t83"."start_10",
              "t83"."start_11"
            FROM (
              SELECT
                "t82"."question",
                "t82"."subject",
                "t82"."as_of",
                "t82"."known_at",
                "t82"."public_since",
                "t82"."opens_0",
                "t82"."opens_1",
                "t82"."opens_2",
                COALESCE("t82"."rest", 0) AS "rest",
                COALESCE("t82"."sum_0", 0) AS "sum_0",
                COALESCE("t82"."sum_1", 0) AS "sum_1",
                COALESCE("t82"."sum_2", 0) AS "sum_2",
                COALESCE("t82"."sum_3", 0) AS "sum_3",
                COALESCE("t82"."sum_4", 0) AS "sum_4",
                COALESCE("t82"."sum_5", 0) AS "sum_5",
                COALESCE("t82"."sum_6", 0) AS "sum_6",
                COALESCE("t82"."sum_7", 0) AS "sum_7",
                COALESCE("t82"."sum_8", 0) AS "sum_8",
                COALESCE("t82"."sum_9", 0) AS "sum_9",
                COALESCE("t82"."sum_10", 0) AS "sum_10",
                COALESCE("t82"."sum_11", 0) AS "sum_11",
                0 AS "start_0",
                0 AS "start_1",
                0 AS "start_2",
                0 AS "start_3",
                0 AS "start_4",
                0 AS "start_5",
                0 AS "start_6",
                0 AS "start_7",
                0 AS "start_8",
                0 AS "start_9",
                0 AS "start_10",
                0 AS "start_11"
              FROM (
                SELECT
                  "t5"."question",
                  "t5"."subject",
                  "t5"."as_of",
                  "t5"."known_at",
                  "t6"."public_since",
                  "t6"."opens_0",
                  "t6"."opens_1",
                  "t6"."opens_2",
                  "t79"."rest",
                  "t79"."sum_0",
                  "t79"."sum_1",
                  "t79"."sum_2",
                  "t79"."sum_3",
                  "t79"."sum_4",
                  "t79"."sum_5",
                  "t79"."sum_6",
                  "t79"."sum_7",
                  "t79"."sum_8",
                  "t79"."sum_9",
                  "t79"."sum_10",
                  "t79"."sum_11"
                FROM "questions" AS "t5"
                INNER JOIN "days" AS "t6"
                  ON "t5"."as_of" = "t6"."as_of"
                LEFT OUTER JOIN (
                  SELECT
                    "t75"."question",
                    SUM(
                      CASE
                        WHEN NOT (
                          "t75"."slot" IN (0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11)
                        )
                        THEN "t75"."points"
                        ELSE 0
                      END
                    ) AS "rest",
                    SUM(CASE WHEN "t75"."slot" = 0 THEN "t75"."points" ELSE 0 END) AS "sum_0",
                    SUM(CASE WHEN "t75"."slot" = 1 THEN "t75"."points" ELSE 0 END) AS "sum_1",
                    SUM(CASE WHEN "t75"."slot" = 2 THEN "t75"."points" ELSE 0 END) AS "sum_2",
                    SUM(CASE WHEN "t75"."slot" = 3 THEN "t75"."points" ELSE 0 END) AS "sum_3",
                    SUM(CASE WHEN "t75"."slot" = 4 THEN "t75"."points" ELSE 0 END) AS "sum_4",
                    SUM(CASE WHEN "t75"."slot" = 5 THEN "t75"."points" ELSE 0 END) AS "sum_5",
                    SUM(CASE WHEN "t75"."slot" = 6 THEN "t75"."points" ELSE 0 END) AS "sum_6",
                    SUM(CASE WHEN "t75"."slot" = 7 THEN "t75"."points" ELSE 0 END) AS "sum_7",
                    SUM(CASE WHEN "t75"."slot" = 8 THEN "t75"."points" ELSE 0 END) AS "sum_8",
                    SUM(CASE WHEN "t75"."slot" = 9 THEN "t75"."points" ELSE 0 END) AS "sum_9",
                    SUM(CASE WHEN "t75"."slot" = 10 THEN "t75"."points" ELSE 0 END) AS "sum_10",
                    SUM(CASE WHEN "t75"."slot" = 11 THEN "t75"."points" ELSE 0 END) AS "sum_11"
                  FROM (
                    SELECT
                      *
                    FROM (
                      SELECT
                        "t47"."question",
                        "t47"."slot",
                        "t47"."points"
                      FROM (
                        SELECT
                          "t46"."question",
                          "t46"."slot",
                          "t46"."year",
                          "t46"."total",
                          "t46"."kept",
                          "t46"."kept" AS "points"
                        FROM "t44" AS "t46"
                      ) AS "t47"
                    ) AS "t49"
                    UNION ALL
                    SELECT
                      *
                    FROM (
                      SELECT
                        "t73"."question",
                        "t73"."slot",
                        "t73"."points"
                      FROM "t72" AS "t73"
                    ) AS "t74"
                  ) AS "t75"
                  GROUP BY
                    1
                ) AS "t79"
                  ON "t5"."question" = "t79"."question"
              ) AS "t82"
            ) AS "t83"
          ) AS "t84"
        ) AS "t85"
      ) AS "t86"
    ) AS "t87"
  ) AS "t88"
)
SELECT
  *
FROM (
  SELECT
    *
  FROM (
    SELECT
      *
    FROM (
      SELECT
        *
      FROM (
        SELECT
          *
        FROM (
          SELECT
            "t90"."question",
            CAST(NULL AS BIGINT) AS "number",
            'base' AS "step",
            CAST(NULL AS BIGINT) AS "record",
            CAST(NULL AS DATE) AS "happened",
            CAST(NULL AS DATE) AS "ends",
            CAST(NULL AS DATE) AS "leaves",
            "t90"."base" AS "points",
            '' AS "why",
            CAST(NULL AS BIGINT) AS "year",
            CAST(NULL AS DATE) AS "since",
            CAST(NULL AS BIGINT) AS "times",
            CAST(NULL AS BIGINT) AS "over"
          FROM "t89" AS "t90"
        ) AS "t91"
        UNION ALL
        SELECT
          *
        FROM (
          SELECT
            "t97"."question",
            CAST(NULL AS BIGINT) AS "number",
            'floor' AS "step",
            CAST(NULL AS BIGINT) AS "record",
            CAST(NULL AS DATE) AS "happened",
            CAST(NULL AS DATE) AS "ends",
            CAST(NULL AS DATE) AS "leaves",
            "t97"."raised" - "t97"."reached" AS "points",
            '' AS "why",
            CAST(NULL AS BIGINT) AS "year",
            CAST(NULL AS DATE) AS "since",
            CAST(NULL AS BIGINT) AS "times",
            CAST(NULL AS BIGINT) AS "over"
          FROM (
            SELECT
              *
            FROM "t89" AS "t90"
            WHERE
              "t90"."raised" <> "t90"."reached"
          ) AS "t97"
        ) AS "t104"
      ) AS "t109"
      UNION ALL
      SELECT
        *
      FROM (
        SELECT
          *
        FROM (
          SELECT
            "t98"."question",
            CAST(NULL AS BIGINT) AS "number",
            'ceiling' AS "step",
            CAST(NULL AS BIGINT) AS "record",
            CAST(NULL AS DATE) AS "happened",
            CAST(NULL AS DATE) AS "ends",
            CAST(NULL AS DATE) AS "leaves",
            "t98"."points" - "t98"."raised" AS "points",
            '' AS "why",
            CAST(NULL AS BIGINT) AS "year",
            CAST(NULL AS DATE) AS "since",
            CAST(NULL AS BIGINT) AS "times",
            CAST(NULL AS BIGINT) AS "over"
          FROM (
            SELECT
              *
            FROM "t89" AS "t90"
            WHERE
              "t90"."points" <> "t90"."raised"
          ) AS "t98"
        ) AS "t105"
        UNION ALL
        SELECT
          *
        FROM (
          SELECT
            *
          FROM (
            SELECT
              "t23"."question",
              "t23"."number",
              'points' AS "step",
              "t23"."record",
              "t23"."happened",
              "t23"."ends",
              "t23"."leaves",
              0 AS "points",
              CASE
                WHEN NOT (
                  COALESCE(NOT (
                    "t23"."retracts"
                  ), FALSE)
                )
                THEN 'retracts'
                WHEN NOT (
                  COALESCE(
                    (
                      "t23"."superseded" IS NULL
                    ) OR (
                      "t23"."known_at" < "t23"."superseded"
                    ),
                    FALSE
                  )
                )
                THEN 'superseded'
                WHEN NOT (
                  COALESCE("t23"."happened" <= "t23"."as_of", FALSE)
                )
                THEN 'not_yet'
                WHEN NOT (
                  COALESCE((
                    "t23"."leaves" IS NULL
                  ) OR (
                    "t23"."as_of" < "t23"."leaves"
                  ), FALSE)
                )
                THEN 'retention_over'
                WHEN NOT (
                  COALESCE((
                    "t23"."ends" IS NULL
                  ) OR (
                    "t23"."as_of" < "t23"."ends"
                  ), FALSE)
                )
                THEN 'validity_over'
                WHEN NOT (
                  COALESCE(
                    CASE
                      WHEN "t23"."number" IN (0, 1, 2, 6, 8)
                      THEN "t23"."happened" > "t23"."opens_0"
                      WHEN "t23"."number" IN (3, 4, 5, 7, 10)
                      THEN "t23"."happened" > "t23"."opens_1"
                      WHEN "t23"."number" IN (9, 11)
                      THEN "t23"."happened" > "t23"."opens_2"
                      ELSE TRUE
                    END,
                    FALSE
                  )
                )
                THEN 'outside_window'
                WHEN NOT (
                  COALESCE(
                    CASE
                      WHEN "t23"."number" = 4
                      THEN TRUE AND COALESCE("t23"."f_hours" >= 5, FALSE)
                      WHEN "t23"."number" = 6
                      THEN TRUE AND COALESCE("t23"."f_level" IN ('1', '2', '3'), FALSE)
                      WHEN "t23"."number" = 9
                      THEN TRUE AND COALESCE("t23"."f_over_limit_percent" >= 20, FALSE)
                      WHEN "t23"."number" = 11
                      THEN TRUE AND COALESCE("t23"."f_days_overdue" >= 30, FALSE)
                      ELSE TRUE
                    END,
                    FALSE
                  )
                )
                THEN 'condition'
                WHEN NOT (
                  COALESCE("t23"."worth" IS NOT NULL, FALSE)
                )
                THEN 'condition'
                ELSE ''
              END AS "why",
              CAST(NULL AS BIGINT) AS "year",
              CAST(NULL AS DATE) AS "since",
              CAST(NULL AS BIGINT) AS "times",
              CAST(NULL AS BIGINT) AS "over"
            FROM (
              SELECT
                *
              FROM "t15" AS "t16"
              WHERE
                NOT (
                  COALESCE(
                    NOT (
                      "t16"."retracts"
                    )
                    AND (
                      (
                        "t16"."superseded" IS NULL
                      ) OR (
                        "t16"."known_at" < "t16"."superseded"
                      )
                    )
                    AND (
                      "t16"."happened" <= "t16"."as_of"
                    )
                    AND (
                      (
                        "t16"."leaves" IS NULL
                      ) OR (
                        "t16"."as_of" < "t16"."leaves"
                      )
                    )
                    AND (
                      (
                        "t16"."ends" IS NULL
                      ) OR (
                        "t16"."as_of" < "t16"."ends"
                      )
                    )
                    AND CASE
                      WHEN "t16"."number" IN (0, 1, 2, 6, 8)
                      THEN "t16"."happened" > "t16"."opens_0"
                      WHEN "t16"."number" IN (3, 4, 5, 7, 10)
                      THEN "t16"."happened" > "t16"."opens_1"
                      WHEN "t16"."number" IN (9, 11)
                      THEN "t16"."happened" > "t16"."opens_2"
                      ELSE TRUE
                    END
                    AND CASE
                      WHEN "t16"."number" = 4
                      THEN TRUE AND COALESCE("t16"."f_hours" >= 5, FALSE)
                      WHEN "t16"."number" = 6
                      THEN TRUE AND COALESCE("t16"."f_level" IN ('1', '2', '3'), FALSE)
                      WHEN "t16"."number" = 9
                      THEN TRUE AND COALESCE("t16"."f_over_limit_percent" >= 20, FALSE)
                      WHEN "t16"."number" = 11
                      THEN TRUE AND COALESCE("t16"."f_days_overdue" >= 30, FALSE)
                      ELSE TRUE
                    END
                    AND (
                      "t16"."worth" IS NOT NULL
                    ),
                    FALSE
                  )
                )
            ) AS "t23"
          ) AS "t28"
          UNION ALL
          SELECT
            *
          FROM (
            SELECT
              "t32"."question",
              "t32"."number",
              'points' AS "step",
              "t32"."record",
              "t32"."happened",
              "t32"."ends",
              "t32"."leaves",
              "t32"."points",
              "t32"."why",
              CAST(NULL AS BIGINT) AS "year",
              CAST(NULL AS DATE) AS "since",
              CAST(NULL AS BIGINT) AS "times",
              CAST(NULL AS BIGINT) AS "over"
            FROM "t31" AS "t32"
          ) AS "t33"
        ) AS "t35"
      ) AS "t110"
    ) AS "t113"
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        *
      FROM (
        SELECT
          *
        FROM (
          SELECT
            *
          FROM (
            SELECT
              "t48"."question",
              "t48"."slot" AS "number",
              'yearly_cap' AS "step",
              CAST(NULL AS BIGINT) AS "record",
              CAST(NULL AS DATE) AS "happened",
              CAST(NULL AS DATE) AS "ends",
              CAST(NULL AS DATE) AS "leaves",
              "t48"."kept" - "t48"."total" AS "points",
              '' AS "why",
              "t48"."year",
              CAST(NULL AS DATE) AS "since",
              CAST(NULL AS BIGINT) AS "times",
              CAST(NULL AS BIGINT) AS "over"
            FROM (
              SELECT
                *
              FROM "t44" AS "t46"
              WHERE
                "t46"."kept" <> "t46"."total"
            ) AS "t48"
          ) AS "t50"
          UNION ALL
          SELECT
            *
          FROM (
            SELECT
              "t61"."question",
              "t61"."slot" AS "number",
              'monthly_cap' AS "step",
              CAST(NULL AS BIGINT) AS "record",
              CAST(NULL AS DATE) AS "happened",
              CAST(NULL AS DATE) AS "ends",
              CAST(NULL AS DATE) AS "leaves",
              "t61"."cut" AS "points",
              '' AS "why",
              "t61"."period" AS "year",
              CAST(NULL AS DATE) AS "since",
              CAST(NULL AS BIGINT) AS "times",
              CAST(NULL AS BIGINT) AS "over"
            FROM (
              SELECT
                *
              FROM (
                SELECT
                  "t56"."question",
                  "t56"."slot",
                  "t56"."period",
                  SUM("t56"."points" - "t56"."had") AS "cut"
                FROM (
                  SELECT
                    *
                  FROM "t54" AS "t55"
                  WHERE
                    "t55"."points" <> "t55"."had"
                ) AS "t56"
                GROUP BY
                  1,
                  2,
                  3
              ) AS "t58"
              WHERE
                "t58"."cut" <> 0
            ) AS "t61"
          ) AS "t62"
        ) AS "t64"
        UNION ALL
        SELECT
          *
        FROM (
          SELECT
            *
          FROM (
            SELECT
              "t80"."question",
              "t80"."slot" AS "number",
              'yearly_cap' AS "step",
              CAST(NULL AS BIGINT) AS "record",
              CAST(NULL AS DATE) AS "happened",
              CAST(NULL AS DATE) AS "ends",
              CAST(NULL AS DATE) AS "leaves",
              "t80"."cut" AS "points",
              '' AS "why",
              "t80"."period" AS "year",
              CAST(NULL AS DATE) AS "since",
              CAST(NULL AS BIGINT) AS "times",
              CAST(NULL AS BIGINT) AS "over"
            FROM (
              SELECT
                *
              FROM (
                SELECT
                  "t76"."question",
                  "t76"."slot",
                  "t76"."period",
                  SUM("t76"."points" - "t76"."had") AS "cut"
                FROM (
                  SELECT
                    *
                  FROM "t72" AS "t73"
                  WHERE
                    "t73"."points" <> "t73"."had"
                ) AS "t76"
                GROUP BY
                  1,
                  2,
                  3
              ) AS "t77"
              WHERE
                "t77"."cut" <> 0
            ) AS "t80"
          ) AS "t81"
          UNION ALL
          SELECT
            *
          FROM (
            SELECT
              "t92"."question",
              0 AS "number",
              'component' AS "step",
              CAST(NULL AS BIGINT) AS "record",
              CAST(NULL AS DATE) AS "happened",
              CAST(NULL AS DATE) AS "ends",
              CAST(NULL AS DATE) AS "leaves",
              "t92"."part_0" - "t92"."parts_0" AS "points",
              '' AS "why",
              CAST(NULL AS BIGINT) AS "year",
              CAST(NULL AS DATE) AS "since",
              CAST(NULL AS BIGINT) AS "times",
              CAST(NULL AS BIGINT) AS "over"
            FROM (
              SELECT
                *
              FROM "t89" AS "t90"
              WHERE
                "t90"."part_0" <> "t90"."parts_0"
            ) AS "t92"
          ) AS "t99"
        ) AS "t106"
      ) AS "t111"
      UNION ALL
      SELECT
        *
      FROM (
        SELECT
          *
        FROM (
          SELECT
            *
          FROM (
            SELECT
              "t93"."question",
              1 AS "number",
              'component' AS "step",
              CAST(NULL AS BIGINT) AS "record",
              CAST(NULL AS DATE) AS "happened",
              CAST(NULL AS DATE) AS "ends",
              CAST(NULL AS DATE) AS "leaves",
              "t93"."part_1" - "t93"."parts_1" AS "points",
              '' AS "why",
              CAST(NULL AS BIGINT) AS "year",
              CAST(NULL AS DATE) AS "since",
              CAST(NULL AS BIGINT) AS "times",
              CAST(NULL AS BIGINT) AS "over"
            FROM (
              SELECT
                *
              FROM "t89" AS "t90"
              WHERE
                "t90"."part_1" <> "t90"."parts_1"
            ) AS "t93"
          ) AS "t100"
          UNION ALL
          SELECT
            *
          FROM (
            SELECT
              "t94"."question",
              2 AS "number",
              'component' AS "step",
              CAST(NULL AS BIGINT) AS "record",
              CAST(NULL AS DATE) AS "happened",
              CAST(NULL AS DATE) AS "ends",
              CAST(NULL AS DATE) AS "leaves",
              "t94"."part_2" - "t94"."parts_2" AS "points",
              '' AS "why",
              CAST(NULL AS BIGINT) AS "year",
              CAST(NULL AS DATE) AS "since",
              CAST(NULL AS BIGINT) AS "times",
              CAST(NULL AS BIGINT) AS "over"
            FROM (
              SELECT
                *
              FROM "t89" AS "t90"
              WHERE
                "t90"."part_2" <> "t90"."parts_2"
            ) AS "t94"
          ) AS "t101"
        ) AS "t107"
        UNION ALL
        SELECT
          *
        FROM (
          SELECT
            *
          FROM (
            SELECT
              "t95"."question",
              3 AS "number",
              'component' AS "step",
              CAST(NULL AS BIGINT) AS "record",
              CAST(NULL AS DATE) AS "happened",
              CAST(NULL AS DATE) AS "ends",
              CAST(NULL AS DATE) AS "leaves",
              "t95"."part_3" - "t95"."parts_3" AS "points",
              '' AS "why",
              CAST(NULL AS BIGINT) AS "year",
              CAST(NULL AS DATE) AS "since",
              CAST(NULL AS BIGINT) AS "times",
              CAST(NULL AS BIGINT) AS "over"
            FROM (
              SELECT
                *
              FROM "t89" AS "t90"
              WHERE
                "t90"."part_3" <> "t90"."parts_3"
            ) AS "t95"
          ) AS "t102"
          UNION ALL
          SELECT
            *
          FROM (
            SELECT
              "t96"."question",
              4 AS "number",
              'component' AS "step",
              CAST(NULL AS BIGINT) AS "record",
              CAST(NULL AS DATE) AS "happened",
              CAST(NULL AS DATE) AS "ends",
              CAST(NULL AS DATE) AS "leaves",
              "t96"."part_4" - "t96"."parts_4" AS "points",
              '' AS "why",
              CAST(NULL AS BIGINT) AS "year",
              CAST(NULL AS DATE) AS "since",
              CAST(NULL AS BIGINT) AS "times",
              CAST(NULL AS BIGINT) AS "over"
            FROM (
              SELECT
                *
              FROM "t89" AS "t90"
              WHERE
                "t90"."part_4" <> "t90"."parts_4"
            ) AS "t96"
          ) AS "t103"
        ) AS "t108"
      ) AS "t112"
    ) AS "t114"
  ) AS "t115"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      "t14"."question",
      CAST(NULL AS BIGINT) AS "number",
      'points' AS "step",
      "t14"."record",
      "t14"."happened",
      "t14"."ends",
      "t14"."leaves",
      0 AS "points",
      CASE
        WHEN NOT (
          COALESCE(NOT (
            "t14"."retracts"
          ), FALSE)
        )
        THEN 'retracts'
        WHEN NOT (
          COALESCE(
            (
              "t14"."superseded" IS NULL
            ) OR (
              "t14"."known_at" < "t14"."superseded"
            ),
            FALSE
          )
        )
        THEN 'superseded'
        ELSE 'no_factor'
      END AS "why",
      CAST(NULL AS BIGINT) AS "year",
      CAST(NULL AS DATE) AS "since",
      CAST(NULL AS BIGINT) AS "times",
      CAST(NULL AS BIGINT) AS "over"
    FROM (
      SELECT
        *
      FROM (
        SELECT
          *
        FROM (
          SELECT
            "t4"."subject",
            "t4"."record",
            "t4"."type",
            "t4"."document",
            "t4"."happened",
            "t4"."ends",
            "t4"."leaves",
            "t4"."severity",
            "t4"."kind",
            "t4"."adverse",
            "t4"."known",
            "t4"."retracts",
            "t4"."superseded",
            "t4"."doubt_from",
            "t4"."doubt_until",
            "t4"."replaced",
            "t4"."f_level",
            "t4"."f_hours",
            "t4"."f_days",
            "t4"."f_over_limit_percent",
            "t4"."f_days_overdue",
            "t9"."question",
            "t9"."as_of",
            "t9"."known_at",
            "t9"."public_since",
            "t9"."opens_0",
            "t9"."opens_1",
            "t9"."opens_2"
          FROM "records" AS "t4"
          INNER JOIN (
            SELECT
              "t5"."question",
              "t5"."subject",
              "t5"."as_of",
              "t5"."known_at",
              "t6"."public_since",
              "t6"."opens_0",
              "t6"."opens_1",
              "t6"."opens_2"
            FROM "questions" AS "t5"
            INNER JOIN "days" AS "t6"
              ON "t5"."as_of" = "t6"."as_of"
          ) AS "t9"
            ON "t4"."subject" = "t9"."subject"
        ) AS "t10"
        WHERE
          "t10"."known" <= "t10"."known_at"
          AND (
            (
              "t10"."replaced" IS NULL
            ) OR (
              "t10"."known_at" < "t10"."replaced"
            )
          )
      ) AS "t12"
      WHERE
        NOT (
          "t12"."type" IN (
            'blood_donation_certificate',
            'bravery_award',
            'civic_award',
            'foster_family_award',
            'honest_finder_award',
            'juror_service_certificate',
            'library_overdue_decision',
            'model_worker_award',
            'speeding_decision',
            'traffic_safety_decision',
            'vocational_certificate',
            'volunteer_service_certificate'
          )
        )
    ) AS "t14"
  ) AS "t17"
) AS "t116"
