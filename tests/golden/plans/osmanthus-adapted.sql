-- standings; fields: f_amount int64, f_cases int64, f_days int64, f_days_overdue int64, f_hours int64, f_level string, f_over_limit_percent int64, f_trees int64
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
        "t11"."f_trees",
        "t11"."f_hours",
        "t11"."f_level",
        "t11"."f_days",
        "t11"."f_cases",
        "t11"."f_over_limit_percent",
        "t11"."f_amount",
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
          WHEN "t11"."number" IN (0, 1, 11)
          THEN 5000
          WHEN "t11"."number" IN (2, 3)
          THEN 3000
          WHEN "t11"."number" = 4
          THEN CASE
            WHEN (
              "t11"."f_trees" >= -1000000000000
            )
            AND (
              "t11"."f_trees" <= 1000000000000
            )
            THEN "t11"."f_trees" * 500
            ELSE CAST(NULL AS BIGINT)
          END
          WHEN "t11"."number" IN (5, 20)
          THEN -1000
          WHEN "t11"."number" = 6
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
          WHEN "t11"."number" IN (7, 18)
          THEN 2000
          WHEN "t11"."number" = 8
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
          WHEN "t11"."number" = 9
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
          WHEN "t11"."number" = 10
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
          WHEN "t11"."number" = 12
          THEN 10000
          WHEN "t11"."number" = 13
          THEN CASE
            WHEN (
              "t11"."f_days" >= -1000000000000
            ) AND (
              "t11"."f_days" <= 1000000000000
            )
            THEN "t11"."f_days" * 3000
            ELSE CAST(NULL AS BIGINT)
          END
          WHEN "t11"."number" = 14
          THEN CASE
            WHEN (
              "t11"."f_cases" >= -1000000000000
            )
            AND (
              "t11"."f_cases" <= 1000000000000
            )
            THEN "t11"."f_cases" * 1000
            ELSE CAST(NULL AS BIGINT)
          END
          WHEN "t11"."number" = 15
          THEN CASE
            WHEN (
              "t11"."f_days" >= -1000000000000
            ) AND (
              "t11"."f_days" <= 1000000000000
            )
            THEN "t11"."f_days" * 1000
            ELSE CAST(NULL AS BIGINT)
          END
          WHEN "t11"."number" = 16
          THEN CASE
            WHEN (
              "t11"."f_hours" >= -1000000000000
            )
            AND (
              "t11"."f_hours" <= 1000000000000
            )
            THEN "t11"."f_hours" * 200
            ELSE CAST(NULL AS BIGINT)
          END
          WHEN "t11"."number" = 17
          THEN 4000
          WHEN "t11"."number" = 19
          THEN CASE
            WHEN "t11"."severity" IS NULL
            THEN CAST(NULL AS BIGINT)
            WHEN "t11"."severity" = 'minor'
            THEN -1000
            WHEN "t11"."severity" = 'moderate'
            THEN -2000
            WHEN "t11"."severity" = 'serious'
            THEN -5000
            ELSE 0
          END
          WHEN "t11"."number" = 21
          THEN -2000
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
            "t6"."f_trees",
            "t6"."f_hours",
            "t6"."f_level",
            "t6"."f_days",
            "t6"."f_cases",
            "t6"."f_over_limit_percent",
            "t6"."f_amount",
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
        WHEN "t12"."number" IN (0, 2, 3, 4, 6, 7, 11, 14, 15, 16, 17, 19)
        THEN "t12"."happened" > "t12"."opens_0"
        WHEN "t12"."number" IN (1, 8, 9, 10, 12, 13)
        THEN "t12"."happened" > "t12"."opens_1"
        WHEN "t12"."number" IN (5, 18, 20, 21)
        THEN "t12"."happened" > "t12"."opens_2"
        ELSE TRUE
      END
      AND CASE
        WHEN "t12"."number" = 1
        THEN TRUE AND COALESCE("t12"."f_level" IN ('1', '2', '3'), FALSE)
        WHEN "t12"."number" = 3
        THEN TRUE AND COALESCE("t12"."f_hours" >= 40, FALSE)
        WHEN "t12"."number" = 5
        THEN TRUE AND COALESCE("t12"."f_over_limit_percent" >= 20, FALSE)
        WHEN "t12"."number" IN (6, 16)
        THEN TRUE AND COALESCE("t12"."f_hours" >= 5, FALSE)
        WHEN "t12"."number" IN (7, 21)
        THEN TRUE AND COALESCE("t12"."f_amount" >= 100000, FALSE)
        WHEN "t12"."number" = 14
        THEN TRUE AND COALESCE("t12"."f_cases" >= 3, FALSE)
        WHEN "t12"."number" = 20
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
          "t15"."number" IN (0, 2, 3, 4, 5, 6, 7, 8, 11, 13, 14, 15, 16, 19, 20, 21)
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
            CASE WHEN "t17"."number" IN (1, 9, 10) THEN "t17"."worth" ELSE 0 END AS "rank"
          FROM (
            SELECT
              *
            FROM "t14" AS "t15"
            WHERE
              "t15"."number" IN (1, 9, 10, 12, 17, 18)
          ) AS "t17"
        ) AS "t18"
      ) AS "t21"
    ) AS "t22"
  ) AS "t23"
)
SELECT
  "t70"."question",
  "t70"."subject",
  "t70"."as_of",
  "t70"."known_at",
  "t70"."points",
  "t70"."grade",
  "t70"."direct",
  "t70"."rank",
  "t70"."stage",
  "t70"."reduced_to",
  "t70"."ceiling"
FROM (
  SELECT
    "t69"."question",
    "t69"."subject",
    "t69"."as_of",
    "t69"."known_at",
    "t69"."base",
    "t69"."reached",
    "t69"."raised",
    "t69"."points",
    "t69"."band",
    "t69"."code",
    "t69"."direct",
    CASE
      WHEN "t69"."code" = 1
      THEN 'base'
      WHEN "t69"."code" = 2
      THEN 'silver'
      WHEN "t69"."code" = 3
      THEN 'gold'
      ELSE CAST(NULL AS TEXT)
    END AS "grade",
    CAST(NULL AS BIGINT) AS "rank",
    CAST(NULL AS TEXT) AS "stage",
    CAST(NULL AS BIGINT) AS "reduced_to",
    CAST(NULL AS BIGINT) AS "ceiling"
  FROM (
    SELECT
      "t68"."question",
      "t68"."subject",
      "t68"."as_of",
      "t68"."known_at",
      "t68"."base",
      "t68"."reached",
      "t68"."raised",
      "t68"."points",
      "t68"."band",
      "t68"."band" AS "code",
      CAST(NULL AS BIGINT) AS "direct"
    FROM (
      SELECT
        "t67"."question",
        "t67"."subject",
        "t67"."as_of",
        "t67"."known_at",
        "t67"."base",
        "t67"."reached",
        "t67"."raised",
        "t67"."points",
        CASE
          WHEN "t67"."points" >= 150000
          THEN 3
          WHEN "t67"."points" >= 120000
          THEN 2
          WHEN "t67"."points" >= 100000
          THEN 1
          ELSE 0
        END AS "band"
      FROM (
        SELECT
          "t66"."question",
          "t66"."subject",
          "t66"."as_of",
          "t66"."known_at",
          100000 AS "base",
          100000 + COALESCE("t66"."earned", 0) AS "reached",
          GREATEST(100000 + COALESCE("t66"."earned", 0), 100000) AS "raised",
          LEAST(GREATEST(100000 + COALESCE("t66"."earned", 0), 100000), 200000) AS "points"
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
            "t65"."earned"
          FROM "questions" AS "t4"
          INNER JOIN "days" AS "t5"
            ON "t4"."as_of" = "t5"."as_of"
          LEFT OUTER JOIN (
            SELECT
              "t63"."question",
              SUM("t63"."points") AS "earned"
            FROM (
              SELECT
                *
              FROM (
                SELECT
                  "t36"."question",
                  "t36"."slot",
                  "t36"."points"
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
                        WHEN "t33"."slot" IN (0, 11, 14, 15)
                        THEN GREATEST(LEAST("t33"."total", 10000), -(
                          10000
                        ))
                        WHEN "t33"."slot" IN (2, 4)
                        THEN GREATEST(LEAST("t33"."total", 3000), -(
                          3000
                        ))
                        WHEN "t33"."slot" = 3
                        THEN GREATEST(LEAST("t33"."total", 6000), -(
                          6000
                        ))
                        WHEN "t33"."slot" = 13
                        THEN GREATEST(LEAST("t33"."total", 15000), -(
                          15000
                        ))
                        WHEN "t33"."slot" = 16
                        THEN GREATEST(LEAST("t33"."total", 5000), -(
                          5000
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
                            WHEN "t30"."slot" IN (0, 2, 3, 4, 11, 13, 14, 15, 16)
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
                              WHEN "t27"."number" = 2
                              THEN 2
                              WHEN "t27"."number" = 3
                              THEN 3
                              WHEN "t27"."number" = 4
                              THEN 4
                              WHEN "t27"."number" = 11
                              THEN 11
                              WHEN "t27"."number" = 13
                              THEN 13
                              WHEN "t27"."number" = 14
                              THEN 14
                              WHEN "t27"."number" = 15
                              THEN 15
                              WHEN "t27"."number" = 16
                              THEN 16
                              ELSE -1
                            END AS "slot"
                          FROM (
                            SELECT
                              *
                            FROM "t24" AS "t25"
                            WHERE
                              NOT (
                                "t25"."number" IN (6, 7, 20)
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
                ) AS "t36"
              ) AS "t38"
              UNION ALL
              SELECT
                *
              FROM (
                SELECT
                  "t61"."question",
                  "t61"."slot",
                  "t61"."points"
                FROM (
                  SELECT
                    "t60"."question",
                    "t60"."slot",
                    "t60"."record",
                    "t60"."happened",
                    CASE
                      WHEN "t60"."up"
                      THEN "t60"."points" - (
                        "t60"."part" - LEAST("t60"."part", GREATEST("t60"."room" - "t60"."used", 0))
                      )
                      ELSE "t60"."points" + (
                        "t60"."part" - LEAST("t60"."part", GREATEST("t60"."room" - "t60"."used", 0))
                      )
                    END AS "points",
                    "t60"."period",
                    "t60"."had",
                    "t60"."gained",
                    "t60"."lost",
                    "t60"."room",
                    "t60"."all_gained",
                    "t60"."all_lost",
                    "t60"."up",
                    "t60"."part",
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
                      "t59"."up",
                      "t59"."part",
                      COALESCE(
                        SUM("t59"."part") OVER (
                          PARTITION BY "t59"."question", "t59"."slot", "t59"."period"
                          ORDER BY "t59"."happened" ASC, "t59"."record" ASC
                          ROWS BETWEEN UNBOUNDED PRECEDING AND 1 preceding
                        ),
                        0
                      ) AS "used"
                    FROM (
                      SELECT
                        "t58"."question",
                        "t58"."slot",
                        "t58"."record",
                        "t58"."happened",
                        "t58"."points",
                        "t58"."period",
                        "t58"."had",
                        "t58"."gained",
                        "t58"."lost",
                        "t58"."room",
                        "t58"."all_gained",
                        "t58"."all_lost",
                        "t58"."up",
                        CASE WHEN "t58"."up" THEN "t58"."gained" ELSE "t58"."lost" END AS "part",
                        "t58"."used"
                      FROM (
                        SELECT
                          "t57"."question",
                          "t57"."slot",
                          "t57"."record",
                          "t57"."happened",
                          "t57"."points",
                          "t57"."period",
                          "t57"."had",
                          "t57"."gained",
                          "t57"."lost",
                          CASE
                            WHEN ABS("t57"."all_gained" - "t57"."all_lost") > "t57"."room"
                            THEN CASE
                              WHEN "t57"."all_gained" > "t57"."all_lost"
                              THEN "t57"."all_gained"
                              ELSE "t57"."all_lost"
                            END - (
                              ABS("t57"."all_gained" - "t57"."all_lost") - "t57"."room"
                            )
                            ELSE 4611686018427387904
                          END AS "room",
                          "t57"."all_gained",
                          "t57"."all_lost",
                          "t57"."all_gained" > "t57"."all_lost" AS "up",
                          "t57"."part",
                          "t57"."used"
                        FROM (
                          SELECT
                            "t56"."question",
                            "t56"."slot",
                            "t56"."record",
                            "t56"."happened",
                            "t56"."points",
                            "t56"."period",
                            "t56"."had",
                            "t56"."gained",
                            "t56"."lost",
                            "t56"."room",
                            SUM("t56"."gained") OVER (
                              PARTITION BY "t56"."question", "t56"."slot", "t56"."period"
                              ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                            ) AS "all_gained",
                            SUM("t56"."lost") OVER (
                              PARTITION BY "t56"."question", "t56"."slot", "t56"."period"
                              ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                            ) AS "all_lost",
                            "t56"."up",
                            "t56"."part",
                            "t56"."used"
                          FROM (
                            SELECT
                              "t55"."question",
                              "t55"."slot",
                              "t55"."record",
                              "t55"."happened",
                              "t55"."points",
                              "t55"."period",
                              "t55"."had",
                              GREATEST("t55"."points", 0) AS "gained",
                              GREATEST(-(
                                "t55"."points"
                              ), 0) AS "lost",
                              CASE
                                WHEN "t55"."slot" = 6
                                THEN 15000
                                WHEN "t55"."slot" = 7
                                THEN 6000
                                ELSE 4611686018427387904
                              END AS "room",
                              "t55"."all_gained",
                              "t55"."all_lost",
                              "t55"."up",
                              "t55"."part",
                              "t55"."used"
                            FROM (
                              SELECT
                                "t54"."question",
                                "t54"."slot",
                                "t54"."record",
                                "t54"."happened",
                                CASE
                                  WHEN "t54"."up"
                                  THEN "t54"."points" - (
                                    "t54"."part" - LEAST("t54"."part", GREATEST("t54"."room" - "t54"."used", 0))
                                  )
                                  ELSE "t54"."points" + (
                                    "t54"."part" - LEAST("t54"."part", GREATEST("t54"."room" - "t54"."used", 0))
                                  )
                                END AS "points",
                                "t54"."period",
                                "t54"."had",
                                "t54"."gained",
                                "t54"."lost",
                                "t54"."room",
                                "t54"."all_gained",
                                "t54"."all_lost",
                                "t54"."up",
                                "t54"."part",
                                "t54"."used"
                              FROM (
                                SELECT
                                  "t53"."question",
                                  "t53"."slot",
                                  "t53"."record",
                                  "t53"."happened",
                                  "t53"."points",
                                  "t53"."period",
                                  "t53"."had",
                                  "t53"."gained",
                                  "t53"."lost",
                                  "t53"."room",
                                  "t53"."all_gained",
                                  "t53"."all_lost",
                                  "t53"."up",
                                  "t53"."part",
                                  COALESCE(
                                    SUM("t53"."part") OVER (
                                      PARTITION BY "t53"."question", "t53"."slot", "t53"."period"
                                      ORDER BY "t53"."happened" ASC, "t53"."record" ASC
                                      ROWS BETWEEN UNBOUNDED PRECEDING AND 1 preceding
                                    ),
                                    0
                                  ) AS "used"
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
                                    CASE WHEN "t52"."up" THEN "t52"."gained" ELSE "t52"."lost" END AS "part",
                                    "t52"."used"
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
                                      FALSE AS "up",
                                      "t51"."part",
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
                                        GREATEST("t50"."points", 0) AS "gained",
                                        GREATEST(-(
                                          "t50"."points"
                                        ), 0) AS "lost",
                                        CASE WHEN "t50"."slot" = 20 THEN 3000 ELSE 4611686018427387904 END AS "room",
                                        "t50"."all_gained",
                                        "t50"."all_lost",
                                        "t50"."up",
                                        "t50"."part",
                                        "t50"."used"
                                      FROM (
                                        SELECT
                                          "t49"."question",
                                          "t49"."slot",
                                          "t49"."record",
                                          "t49"."happened",
                                          "t49"."points",
                                          CAST(EXTRACT(year FROM "t49"."happened") AS BIGINT) AS "period",
                                          "t49"."points" AS "had",
                                          "t49"."gained",
                                          "t49"."lost",
                                          "t49"."room",
                                          "t49"."all_gained",
                                          "t49"."all_lost",
                                          "t49"."up",
                                          "t49"."part",
                                          "t49"."used"
                                        FROM (
                                          SELECT
                                            "t48"."question",
                                            "t48"."slot",
                                            "t48"."record",
                                            "t48"."happened",
                                            CASE
                                              WHEN "t48"."up"
                                              THEN "t48"."points" - (
                                                "t48"."part" - LEAST("t48"."part", GREATEST("t48"."room" - "t48"."used", 0))
                                              )
                                              ELSE "t48"."points" + (
                                                "t48"."part" - LEAST("t48"."part", GREATEST("t48"."room" - "t48"."used", 0))
                                              )
                                            END AS "points",
                                            "t48"."period",
                                            "t48"."had",
                                            "t48"."gained",
                                            "t48"."lost",
                                            "t48"."room",
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
                                              "t47"."points",
                                              "t47"."period",
                                              "t47"."had",
                                              "t47"."gained",
                                              "t47"."lost",
                                              "t47"."room",
                                              "t47"."all_gained",
                                              "t47"."all_lost",
                                              "t47"."up",
                                              "t47"."part",
                                              COALESCE(
                                                SUM("t47"."part") OVER (
                                                  PARTITION BY "t47"."question", "t47"."slot", "t47"."period"
                                                  ORDER BY "t47"."happened" ASC, "t47"."record" ASC
                                                  ROWS BETWEEN UNBOUNDED PRECEDING AND 1 preceding
                                                ),
                                                0
                                              ) AS "used"
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
                                                CASE WHEN "t46"."up" THEN "t46"."gained" ELSE "t46"."lost" END AS "part",
                                                "t46"."used"
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
                                                  "t45"."all_gained" > "t45"."all_lost" AS "up",
                                                  "t45"."part",
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
                                                    SUM("t44"."gained") OVER (
                                                      PARTITION BY "t44"."question", "t44"."slot", "t44"."period"
                                                      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                                                    ) AS "all_gained",
                                                    SUM("t44"."lost") OVER (
                                                      PARTITION BY "t44"."question", "t44"."slot", "t44"."period"
                                                      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                                                    ) AS "all_lost",
                                                    "t44"."up",
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
                                                      CASE WHEN "t43"."slot" = 6 THEN 5000 ELSE 4611686018427387904 END AS "room",
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
                                                        (
                                                          CAST(EXTRACT(year FROM "t42"."happened") AS BIGINT) * 12
                                                        ) + CAST(EXTRACT(month FROM "t42"."happened") AS BIGINT) AS "period",
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
                                                                "t37"."question",
                                                                "t37"."slot",
                                                                "t37"."record",
                                                                "t37"."happened",
                                                                "t37"."points",
                                                                "t37"."period",
                                                                "t37"."had",
                                                                "t37"."gained",
                                                                "t37"."lost",
                                                                CASE
                                                                  WHEN ABS("t37"."all_gained" - "t37"."all_lost") > "t37"."room"
                                                                  THEN CASE
                                                                    WHEN "t37"."all_gained" > "t37"."all_lost"
                                                                    THEN "t37"."all_gained"
                                                                    ELSE "t37"."all_lost"
                                                                  END - (
                                                                    ABS("t37"."all_gained" - "t37"."all_lost") - "t37"."room"
                                                                  )
                                                                  ELSE 4611686018427387904
                                                                END AS "room",
                                                                "t37"."all_gained",
                                                                "t37"."all_lost",
                                                                "t37"."all_gained" > "t37"."all_lost" AS "up"
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
                                                                    CASE WHEN "t32"."slot" = 7 THEN 2000 ELSE 4611686018427387904 END AS "room"
                                                                  FROM (
                                                                    SELECT
                                                                      "t29"."question",
                                                                      "t29"."slot",
                                                                      "t29"."record",
                                                                      "t29"."happened",
                                                                      "t29"."points",
                                                                      (
                                                                        (
                                                                          (
                                                                            CAST(EXTRACT(year FROM "t29"."happened") AS BIGINT) * 12
                                                                          ) + CAST(EXTRACT(month FROM "t29"."happened") AS BIGINT)
                                                                        ) * 32
                                                                      ) + CAST(EXTRACT(day FROM "t29"."happened") AS BIGINT) AS "period",
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
                                                                            "t25"."number" IN (6, 7, 20)
                                                                        ) AS "t26"
                                                                      ) AS "t28"
                                                                    ) AS "t29"
                                                                  ) AS "t32"
                                                                ) AS "t34"
                                                              ) AS "t37"
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
                        ) AS "t57"
                      ) AS "t58"
                    ) AS "t59"
                  ) AS "t60"
                ) AS "t61"
              ) AS "t62"
            ) AS "t63"
            GROUP BY
              1
          ) AS "t65"
            ON "t4"."question" = "t65"."question"
        ) AS "t66"
      ) AS "t67"
    ) AS "t68"
  ) AS "t69"
) AS "t70"

-- contributions; fields: f_amount int64, f_cases int64, f_days int64, f_days_overdue int64, f_hours int64, f_level string, f_over_limit_percent int64, f_trees int64
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
    "t13"."f_trees",
    "t13"."f_hours",
    "t13"."f_level",
    "t13"."f_days",
    "t13"."f_cases",
    "t13"."f_over_limit_percent",
    "t13"."f_amount",
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
      WHEN "t13"."number" IN (0, 1, 11)
      THEN 5000
      WHEN "t13"."number" IN (2, 3)
      THEN 3000
      WHEN "t13"."number" = 4
      THEN CASE
        WHEN (
          "t13"."f_trees" >= -1000000000000
        )
        AND (
          "t13"."f_trees" <= 1000000000000
        )
        THEN "t13"."f_trees" * 500
        ELSE CAST(NULL AS BIGINT)
      END
      WHEN "t13"."number" IN (5, 20)
      THEN -1000
      WHEN "t13"."number" = 6
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
      WHEN "t13"."number" IN (7, 18)
      THEN 2000
      WHEN "t13"."number" = 8
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
      WHEN "t13"."number" = 9
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
      WHEN "t13"."number" = 10
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
      WHEN "t13"."number" = 12
      THEN 10000
      WHEN "t13"."number" = 13
      THEN CASE
        WHEN (
          "t13"."f_days" >= -1000000000000
        ) AND (
          "t13"."f_days" <= 1000000000000
        )
        THEN "t13"."f_days" * 3000
        ELSE CAST(NULL AS BIGINT)
      END
      WHEN "t13"."number" = 14
      THEN CASE
        WHEN (
          "t13"."f_cases" >= -1000000000000
        )
        AND (
          "t13"."f_cases" <= 1000000000000
        )
        THEN "t13"."f_cases" * 1000
        ELSE CAST(NULL AS BIGINT)
      END
      WHEN "t13"."number" = 15
      THEN CASE
        WHEN (
          "t13"."f_days" >= -1000000000000
        ) AND (
          "t13"."f_days" <= 1000000000000
        )
        THEN "t13"."f_days" * 1000
        ELSE CAST(NULL AS BIGINT)
      END
      WHEN "t13"."number" = 16
      THEN CASE
        WHEN (
          "t13"."f_hours" >= -1000000000000
        )
        AND (
          "t13"."f_hours" <= 1000000000000
        )
        THEN "t13"."f_hours" * 200
        ELSE CAST(NULL AS BIGINT)
      END
      WHEN "t13"."number" = 17
      THEN 4000
      WHEN "t13"."number" = 19
      THEN CASE
        WHEN "t13"."severity" IS NULL
        THEN CAST(NULL AS BIGINT)
        WHEN "t13"."severity" = 'minor'
        THEN -1000
        WHEN "t13"."severity" = 'moderate'
        THEN -2000
        WHEN "t13"."severity" = 'serious'
        THEN -5000
        ELSE 0
      END
      WHEN "t13"."number" = 21
      THEN -2000
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
        "t4"."f_trees",
        "t4"."f_hours",
        "t4"."f_level",
        "t4"."f_days",
        "t4"."f_cases",
        "t4"."f_over_limit_percent",
        "t4"."f_amount",
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
        WHEN "t16"."number" IN (0, 2, 3, 4, 6, 7, 11, 14, 15, 16, 17, 19)
        THEN "t16"."happened" > "t16"."opens_0"
        WHEN "t16"."number" IN (1, 8, 9, 10, 12, 13)
        THEN "t16"."happened" > "t16"."opens_1"
        WHEN "t16"."number" IN (5, 18, 20, 21)
        THEN "t16"."happened" > "t16"."opens_2"
        ELSE TRUE
      END
      AND CASE
        WHEN "t16"."number" = 1
        THEN TRUE AND COALESCE("t16"."f_level" IN ('1', '2', '3'), FALSE)
        WHEN "t16"."number" = 3
        THEN TRUE AND COALESCE("t16"."f_hours" >= 40, FALSE)
        WHEN "t16"."number" = 5
        THEN TRUE AND COALESCE("t16"."f_over_limit_percent" >= 20, FALSE)
        WHEN "t16"."number" IN (6, 16)
        THEN TRUE AND COALESCE("t16"."f_hours" >= 5, FALSE)
        WHEN "t16"."number" IN (7, 21)
        THEN TRUE AND COALESCE("t16"."f_amount" >= 100000, FALSE)
        WHEN "t16"."number" = 14
        THEN TRUE AND COALESCE("t16"."f_cases" >= 3, FALSE)
        WHEN "t16"."number" = 20
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
          "t20"."number" IN (0, 2, 3, 4, 5, 6, 7, 8, 11, 13, 14, 15, 16, 19, 20, 21)
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
            CASE WHEN "t22"."number" IN (1, 9, 10) THEN "t22"."worth" ELSE 0 END AS "rank"
          FROM (
            SELECT
              *
            FROM "t19" AS "t20"
            WHERE
              "t20"."number" IN (1, 9, 10, 12, 17, 18)
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
      WHEN "t42"."slot" IN (0, 11, 14, 15)
      THEN GREATEST(LEAST("t42"."total", 10000), -(
        10000
      ))
      WHEN "t42"."slot" IN (2, 4)
      THEN GREATEST(LEAST("t42"."total", 3000), -(
        3000
      ))
      WHEN "t42"."slot" = 3
      THEN GREATEST(LEAST("t42"."total", 6000), -(
        6000
      ))
      WHEN "t42"."slot" = 13
      THEN GREATEST(LEAST("t42"."total", 15000), -(
        15000
      ))
      WHEN "t42"."slot" = 16
      THEN GREATEST(LEAST("t42"."total", 5000), -(
        5000
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
          WHEN "t39"."slot" IN (0, 2, 3, 4, 11, 13, 14, 15, 16)
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
            WHEN "t36"."number" = 2
            THEN 2
            WHEN "t36"."number" = 3
            THEN 3
            WHEN "t36"."number" = 4
            THEN 4
            WHEN "t36"."number" = 11
            THEN 11
            WHEN "t36"."number" = 13
            THEN 13
            WHEN "t36"."number" = 14
            THEN 14
            WHEN "t36"."number" = 15
            THEN 15
            WHEN "t36"."number" = 16
            THEN 16
            ELSE -1
          END AS "slot"
        FROM (
          SELECT
            *
          FROM "t31" AS "t32"
          WHERE
            NOT (
              "t32"."number" IN (6, 7, 20)
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
          "t46"."question",
          "t46"."slot",
          "t46"."record",
          "t46"."happened",
          "t46"."points",
          "t46"."period",
          "t46"."had",
          "t46"."gained",
          "t46"."lost",
          CASE
            WHEN ABS("t46"."all_gained" - "t46"."all_lost") > "t46"."room"
            THEN CASE
              WHEN "t46"."all_gained" > "t46"."all_lost"
              THEN "t46"."all_gained"
              ELSE "t46"."all_lost"
            END - (
              ABS("t46"."all_gained" - "t46"."all_lost") - "t46"."room"
            )
            ELSE 4611686018427387904
          END AS "room",
          "t46"."all_gained",
          "t46"."all_lost",
          "t46"."all_gained" > "t46"."all_lost" AS "up"
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
              CASE WHEN "t41"."slot" = 7 THEN 2000 ELSE 4611686018427387904 END AS "room"
            FROM (
              SELECT
                "t38"."question",
                "t38"."slot",
                "t38"."record",
                "t38"."happened",
                "t38"."points",
                (
                  (
                    (
                      CAST(EXTRACT(year FROM "t38"."happened") AS BIGINT) * 12
                    ) + CAST(EXTRACT(month FROM "t38"."happened") AS BIGINT)
                  ) * 32
                ) + CAST(EXTRACT(day FROM "t38"."happened") AS BIGINT) AS "period",
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
                      "t32"."number" IN (6, 7, 20)
                  ) AS "t34"
                ) AS "t37"
              ) AS "t38"
            ) AS "t41"
          ) AS "t43"
        ) AS "t46"
      ) AS "t51"
    ) AS "t52"
  ) AS "t53"
), "t67" AS (
  SELECT
    "t66"."question",
    "t66"."slot",
    "t66"."record",
    "t66"."happened",
    CASE
      WHEN "t66"."up"
      THEN "t66"."points" - (
        "t66"."part" - LEAST("t66"."part", GREATEST("t66"."room" - "t66"."used", 0))
      )
      ELSE "t66"."points" + (
        "t66"."part" - LEAST("t66"."part", GREATEST("t66"."room" - "t66"."used", 0))
      )
    END AS "points",
    "t66"."period",
    "t66"."had",
    "t66"."gained",
    "t66"."lost",
    "t66"."room",
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
      "t65"."points",
      "t65"."period",
      "t65"."had",
      "t65"."gained",
      "t65"."lost",
      "t65"."room",
      "t65"."all_gained",
      "t65"."all_lost",
      "t65"."up",
      "t65"."part",
      COALESCE(
        SUM("t65"."part") OVER (
          PARTITION BY "t65"."question", "t65"."slot", "t65"."period"
          ORDER BY "t65"."happened" ASC, "t65"."record" ASC
          ROWS BETWEEN UNBOUNDED PRECEDING AND 1 preceding
        ),
        0
      ) AS "used"
    FROM (
      SELECT
        "t64"."question",
        "t64"."slot",
        "t64"."record",
        "t64"."happened",
        "t64"."points",
        "t64"."period",
        "t64"."had",
        "t64"."gained",
        "t64"."lost",
        "t64"."room",
        "t64"."all_gained",
        "t64"."all_lost",
        "t64"."up",
        CASE WHEN "t64"."up" THEN "t64"."gained" ELSE "t64"."lost" END AS "part",
        "t64"."used"
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
          CASE
            WHEN ABS("t63"."all_gained" - "t63"."all_lost") > "t63"."room"
            THEN CASE
              WHEN "t63"."all_gained" > "t63"."all_lost"
              THEN "t63"."all_gained"
              ELSE "t63"."all_lost"
            END - (
              ABS("t63"."all_gained" - "t63"."all_lost") - "t63"."room"
            )
            ELSE 4611686018427387904
          END AS "room",
          "t63"."all_gained",
          "t63"."all_lost",
          "t63"."all_gained" > "t63"."all_lost" AS "up",
          "t63"."part",
          "t63"."used"
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
            SUM("t59"."gained") OVER (
              PARTITION BY "t59"."question", "t59"."slot", "t59"."period"
              ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
            ) AS "all_gained",
            SUM("t59"."lost") OVER (
              PARTITION BY "t59"."question", "t59"."slot", "t59"."period"
              ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
            ) AS "all_lost",
            "t59"."up",
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
              CASE WHEN "t57"."slot" = 6 THEN 5000 ELSE 4611686018427387904 END AS "room",
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
                (
                  CAST(EXTRACT(year FROM "t55"."happened") AS BIGINT) * 12
                ) + CAST(EXTRACT(month FROM "t55"."happened") AS BIGINT) AS "period",
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
        ) AS "t63"
      ) AS "t64"
    ) AS "t65"
  ) AS "t66"
), "t84" AS (
  SELECT
    "t83"."question",
    "t83"."slot",
    "t83"."record",
    "t83"."happened",
    CASE
      WHEN "t83"."up"
      THEN "t83"."points" - (
        "t83"."part" - LEAST("t83"."part", GREATEST("t83"."room" - "t83"."used", 0))
      )
      ELSE "t83"."points" + (
        "t83"."part" - LEAST("t83"."part", GREATEST("t83"."room" - "t83"."used", 0))
      )
    END AS "points",
    "t83"."period",
    "t83"."had",
    "t83"."gained",
    "t83"."lost",
    "t83"."room",
    "t83"."all_gained",
    "t83"."all_lost",
    "t83"."up",
    "t83"."part",
    "t83"."used"
  FROM (
    SELECT
      "t82"."question",
      "t82"."slot",
      "t82"."record",
      "t82"."happened",
      "t82"."points",
      "t82"."period",
      "t82"."had",
      "t82"."gained",
      "t82"."lost",
      "t82"."room",
      "t82"."all_gained",
      "t82"."all_lost",
      "t82"."up",
      "t82"."part",
      COALESCE(
        SUM("t82"."part") OVER (
          PARTITION BY "t82"."question", "t82"."slot", "t82"."period"
          ORDER BY "t82"."happened" ASC, "t82"."record" ASC
          ROWS BETWEEN UNBOUNDED PRECEDING AND 1 preceding
        ),
        0
      ) AS "used"
    FROM (
      SELECT
        "t81"."question",
        "t81"."slot",
        "t81"."record",
        "t81"."happened",
        "t81"."points",
        "t81"."period",
        "t81"."had",
        "t81"."gained",
        "t81"."lost",
        "t81"."room",
        "t81"."all_gained",
        "t81"."all_lost",
        "t81"."up",
        CASE WHEN "t81"."up" THEN "t81"."gained" ELSE "t81"."lost" END AS "part",
        "t81"."used"
      FROM (
        SELECT
          "t80"."question",
          "t80"."slot",
          "t80"."record",
          "t80"."happened",
          "t80"."points",
          "t80"."period",
          "t80"."had",
          "t80"."gained",
          "t80"."lost",
          CASE
            WHEN ABS("t80"."all_gained" - "t80"."all_lost") > "t80"."room"
            THEN CASE
              WHEN "t80"."all_gained" > "t80"."all_lost"
              THEN "t80"."all_gained"
              ELSE "t80"."all_lost"
            END - (
              ABS("t80"."all_gained" - "t80"."all_lost") - "t80"."room"
            )
            ELSE 4611686018427387904
          END AS "room",
          "t80"."all_gained",
          "t80"."all_lost",
          "t80"."all_gained" > "t80"."all_lost" AS "up",
          "t80"."part",
          "t80"."used"
        FROM (
          SELECT
            "t79"."question",
            "t79"."slot",
            "t79"."record",
            "t79"."happened",
            "t79"."points",
            "t79"."period",
            "t79"."had",
            "t79"."gained",
            "t79"."lost",
            "t79"."room",
            SUM("t79"."gained") OVER (
              PARTITION BY "t79"."question", "t79"."slot", "t79"."period"
              ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
            ) AS "all_gained",
            SUM("t79"."lost") OVER (
              PARTITION BY "t79"."question", "t79"."slot", "t79"."period"
              ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
            ) AS "all_lost",
            "t79"."up",
            "t79"."part",
            "t79"."used"
          FROM (
            SELECT
              "t78"."question",
              "t78"."slot",
              "t78"."record",
              "t78"."happened",
              "t78"."points",
              "t78"."period",
              "t78"."had",
              GREATEST("t78"."points", 0) AS "gained",
              GREATEST(-(
                "t78"."points"
              ), 0) AS "lost",
              CASE
                WHEN "t78"."slot" = 6
                THEN 15000
                WHEN "t78"."slot" = 7
                THEN 6000
                ELSE 4611686018427387904
              END AS "room",
              "t78"."all_gained",
              "t78"."all_lost",
              "t78"."up",
              "t78"."part",
              "t78"."used"
            FROM (
              SELECT
                "t77"."question",
                "t77"."slot",
                "t77"."record",
                "t77"."happened",
                CASE
                  WHEN "t77"."up"
                  THEN "t77"."points" - (
                    "t77"."part" - LEAST("t77"."part", GREATEST("t77"."room" - "t77"."used", 0))
                  )
                  ELSE "t77"."points" + (
                    "t77"."part" - LEAST("t77"."part", GREATEST("t77"."room" - "t77"."used", 0))
                  )
                END AS "points",
                "t77"."period",
                "t77"."had",
                "t77"."gained",
                "t77"."lost",
                "t77"."room",
                "t77"."all_gained",
                "t77"."all_lost",
                "t77"."up",
                "t77"."part",
                "t77"."used"
              FROM (
                SELECT
                  "t76"."question",
                  "t76"."slot",
                  "t76"."record",
                  "t76"."happened",
                  "t76"."points",
                  "t76"."period",
                  "t76"."had",
                  "t76"."gained",
                  "t76"."lost",
                  "t76"."room",
                  "t76"."all_gained",
                  "t76"."all_lost",
                  "t76"."up",
                  "t76"."part",
                  COALESCE(
                    SUM("t76"."part") OVER (
                      PARTITION BY "t76"."question", "t76"."slot", "t76"."period"
                      ORDER BY "t76"."happened" ASC, "t76"."record" ASC
                      ROWS BETWEEN UNBOUNDED PRECEDING AND 1 preceding
                    ),
                    0
                  ) AS "used"
                FROM (
                  SELECT
                    "t73"."question",
                    "t73"."slot",
                    "t73"."record",
                    "t73"."happened",
                    "t73"."points",
                    "t73"."period",
                    "t73"."had",
                    "t73"."gained",
                    "t73"."lost",
                    "t73"."room",
                    "t73"."all_gained",
                    "t73"."all_lost",
                    "t73"."up",
                    CASE WHEN "t73"."up" THEN "t73"."gained" ELSE "t73"."lost" END AS "part",
                    "t73"."used"
                  FROM (
                    SELECT
                      "t72"."question",
                      "t72"."slot",
                      "t72"."record",
                      "t72"."happened",
                      "t72"."points",
                      "t72"."period",
                      "t72"."had",
                      "t72"."gained",
                      "t72"."lost",
                      "t72"."room",
                      "t72"."all_gained",
                      "t72"."all_lost",
                      FALSE AS "up",
                      "t72"."part",
                      "t72"."used"
                    FROM (
                      SELECT
                        "t70"."question",
                        "t70"."slot",
                        "t70"."record",
                        "t70"."happened",
                        "t70"."points",
                        "t70"."period",
                        "t70"."had",
                        GREATEST("t70"."points", 0) AS "gained",
                        GREATEST(-(
                          "t70"."points"
                        ), 0) AS "lost",
                        CASE WHEN "t70"."slot" = 20 THEN 3000 ELSE 4611686018427387904 END AS "room",
                        "t70"."all_gained",
                        "t70"."all_lost",
                        "t70"."up",
                        "t70"."part",
                        "t70"."used"
                      FROM (
                        SELECT
                          "t68"."question",
                          "t68"."slot",
                          "t68"."record",
                          "t68"."happened",
                          "t68"."points",
                          CAST(EXTRACT(year FROM "t68"."happened") AS BIGINT) AS "period",
                          "t68"."points" AS "had",
                          "t68"."gained",
                          "t68"."lost",
                          "t68"."room",
                          "t68"."all_gained",
                          "t68"."all_lost",
                          "t68"."up",
                          "t68"."part",
                          "t68"."used"
                        FROM "t67" AS "t68"
                      ) AS "t70"
                    ) AS "t72"
                  ) AS "t73"
                ) AS "t76"
              ) AS "t77"
            ) AS "t78"
          ) AS "t79"
        ) AS "t80"
      ) AS "t81"
    ) AS "t82"
  ) AS "t83"
), "t97" AS (
  SELECT
    "t93"."question",
    "t93"."subject",
    "t93"."as_of",
    "t93"."known_at",
    100000 AS "base",
    100000 + COALESCE("t93"."earned", 0) AS "reached",
    GREATEST(100000 + COALESCE("t93"."earned", 0), 100000) AS "raised",
    LEAST(GREATEST(100000 + COALESCE("t93"."earned", 0), 100000), 200000) AS "points"
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
      "t90"."earned"
    FROM "questions" AS "t5"
    INNER JOIN "days" AS "t6"
      ON "t5"."as_of" = "t6"."as_of"
    LEFT OUTER JOIN (
      SELECT
        "t87"."question",
        SUM("t87"."points") AS "earned"
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
              "t45"."question",
              "t45"."slot",
              "t45"."year",
              "t45"."total",
              "t45"."kept",
              "t45"."kept" AS "points"
            FROM "t44" AS "t45"
          ) AS "t47"
        ) AS "t49"
        UNION ALL
        SELECT
          *
        FROM (
          SELECT
            "t85"."question",
            "t85"."slot",
            "t85"."points"
          FROM "t84" AS "t85"
        ) AS "t86"
      ) AS "t87"
      GROUP BY
        1
    ) AS "t90"
      ON "t5"."question" = "t90"."question"
  ) AS "t93"
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
            FROM "t44" AS "t45"
            WHERE
              "t45"."kept" <> "t45"."total"
          ) AS "t48"
        ) AS "t50"
        UNION ALL
        SELECT
          *
        FROM (
          SELECT
            "t60"."question",
            "t60"."slot" AS "number",
            'daily_cap' AS "step",
            CAST(NULL AS BIGINT) AS "record",
            CAST(NULL AS DATE) AS "happened",
            CAST(NULL AS DATE) AS "ends",
            CAST(NULL AS DATE) AS "leaves",
            "t60"."cut" AS "points",
            '' AS "why",
            "t60"."period" AS "year",
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
          ) AS "t60"
        ) AS "t61"
      ) AS "t62"
      UNION ALL
      SELECT
        *
      FROM (
        SELECT
          *
        FROM (
          SELECT
            "t74"."question",
            "t74"."slot" AS "number",
            'monthly_cap' AS "step",
            CAST(NULL AS BIGINT) AS "record",
            CAST(NULL AS DATE) AS "happened",
            CAST(NULL AS DATE) AS "ends",
            CAST(NULL AS DATE) AS "leaves",
            "t74"."cut" AS "points",
            '' AS "why",
            "t74"."period" AS "year",
            CAST(NULL AS DATE) AS "since",
            CAST(NULL AS BIGINT) AS "times",
            CAST(NULL AS BIGINT) AS "over"
          FROM (
            SELECT
              *
            FROM (
              SELECT
                "t69"."question",
                "t69"."slot",
                "t69"."period",
                SUM("t69"."points" - "t69"."had") AS "cut"
              FROM (
                SELECT
                  *
                FROM "t67" AS "t68"
                WHERE
                  "t68"."points" <> "t68"."had"
              ) AS "t69"
              GROUP BY
                1,
                2,
                3
            ) AS "t71"
            WHERE
              "t71"."cut" <> 0
          ) AS "t74"
        ) AS "t75"
        UNION ALL
        SELECT
          *
        FROM (
          SELECT
            "t92"."question",
            "t92"."slot" AS "number",
            'yearly_cap' AS "step",
            CAST(NULL AS BIGINT) AS "record",
            CAST(NULL AS DATE) AS "happened",
            CAST(NULL AS DATE) AS "ends",
            CAST(NULL AS DATE) AS "leaves",
            "t92"."cut" AS "points",
            '' AS "why",
            "t92"."period" AS "year",
            CAST(NULL AS DATE) AS "since",
            CAST(NULL AS BIGINT) AS "times",
            CAST(NULL AS BIGINT) AS "over"
          FROM (
            SELECT
              *
            FROM (
              SELECT
                "t88"."question",
                "t88"."slot",
                "t88"."period",
                SUM("t88"."points" - "t88"."had") AS "cut"
              FROM (
                SELECT
                  *
                FROM "t84" AS "t85"
                WHERE
                  "t85"."points" <> "t85"."had"
              ) AS "t88"
              GROUP BY
                1,
                2,
                3
            ) AS "t91"
            WHERE
              "t91"."cut" <> 0
          ) AS "t92"
        ) AS "t94"
      ) AS "t95"
    ) AS "t96"
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
            "t98"."question",
            CAST(NULL AS BIGINT) AS "number",
            'base' AS "step",
            CAST(NULL AS BIGINT) AS "record",
            CAST(NULL AS DATE) AS "happened",
            CAST(NULL AS DATE) AS "ends",
            CAST(NULL AS DATE) AS "leaves",
            "t98"."base" AS "points",
            '' AS "why",
            CAST(NULL AS BIGINT) AS "year",
            CAST(NULL AS DATE) AS "since",
            CAST(NULL AS BIGINT) AS "times",
            CAST(NULL AS BIGINT) AS "over"
          FROM "t97" AS "t98"
        ) AS "t99"
        UNION ALL
        SELECT
          *
        FROM (
          SELECT
            "t100"."question",
            CAST(NULL AS BIGINT) AS "number",
            'floor' AS "step",
            CAST(NULL AS BIGINT) AS "record",
            CAST(NULL AS DATE) AS "happened",
            CAST(NULL AS DATE) AS "ends",
            CAST(NULL AS DATE) AS "leaves",
            "t100"."raised" - "t100"."reached" AS "points",
            '' AS "why",
            CAST(NULL AS BIGINT) AS "year",
            CAST(NULL AS DATE) AS "since",
            CAST(NULL AS BIGINT) AS "times",
            CAST(NULL AS BIGINT) AS "over"
          FROM (
            SELECT
              *
            FROM "t97" AS "t98"
            WHERE
              "t98"."raised" <> "t98"."reached"
          ) AS "t100"
        ) AS "t102"
      ) AS "t104"
      UNION ALL
      SELECT
        *
      FROM (
        SELECT
          *
        FROM (
          SELECT
            "t101"."question",
            CAST(NULL AS BIGINT) AS "number",
            'ceiling' AS "step",
            CAST(NULL AS BIGINT) AS "record",
            CAST(NULL AS DATE) AS "happened",
            CAST(NULL AS DATE) AS "ends",
            CAST(NULL AS DATE) AS "leaves",
            "t101"."points" - "t101"."raised" AS "points",
            '' AS "why",
            CAST(NULL AS BIGINT) AS "year",
            CAST(NULL AS DATE) AS "since",
            CAST(NULL AS BIGINT) AS "times",
            CAST(NULL AS BIGINT) AS "over"
          FROM (
            SELECT
              *
            FROM "t97" AS "t98"
            WHERE
              "t98"."points" <> "t98"."raised"
          ) AS "t101"
        ) AS "t103"
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
                      WHEN "t23"."number" IN (0, 2, 3, 4, 6, 7, 11, 14, 15, 16, 17, 19)
                      THEN "t23"."happened" > "t23"."opens_0"
                      WHEN "t23"."number" IN (1, 8, 9, 10, 12, 13)
                      THEN "t23"."happened" > "t23"."opens_1"
                      WHEN "t23"."number" IN (5, 18, 20, 21)
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
                      WHEN "t23"."number" = 1
                      THEN TRUE AND COALESCE("t23"."f_level" IN ('1', '2', '3'), FALSE)
                      WHEN "t23"."number" = 3
                      THEN TRUE AND COALESCE("t23"."f_hours" >= 40, FALSE)
                      WHEN "t23"."number" = 5
                      THEN TRUE AND COALESCE("t23"."f_over_limit_percent" >= 20, FALSE)
                      WHEN "t23"."number" IN (6, 16)
                      THEN TRUE AND COALESCE("t23"."f_hours" >= 5, FALSE)
                      WHEN "t23"."number" IN (7, 21)
                      THEN TRUE AND COALESCE("t23"."f_amount" >= 100000, FALSE)
                      WHEN "t23"."number" = 14
                      THEN TRUE AND COALESCE("t23"."f_cases" >= 3, FALSE)
                      WHEN "t23"."number" = 20
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
                      WHEN "t16"."number" IN (0, 2, 3, 4, 6, 7, 11, 14, 15, 16, 17, 19)
                      THEN "t16"."happened" > "t16"."opens_0"
                      WHEN "t16"."number" IN (1, 8, 9, 10, 12, 13)
                      THEN "t16"."happened" > "t16"."opens_1"
                      WHEN "t16"."number" IN (5, 18, 20, 21)
                      THEN "t16"."happened" > "t16"."opens_2"
                      ELSE TRUE
                    END
                    AND CASE
                      WHEN "t16"."number" = 1
                      THEN TRUE AND COALESCE("t16"."f_level" IN ('1', '2', '3'), FALSE)
                      WHEN "t16"."number" = 3
                      THEN TRUE AND COALESCE("t16"."f_hours" >= 40, FALSE)
                      WHEN "t16"."number" = 5
                      THEN TRUE AND COALESCE("t16"."f_over_limit_percent" >= 20, FALSE)
                      WHEN "t16"."number" IN (6, 16)
                      THEN TRUE AND COALESCE("t16"."f_hours" >= 5, FALSE)
                      WHEN "t16"."number" IN (7, 21)
                      THEN TRUE AND COALESCE("t16"."f_amount" >= 100000, FALSE)
                      WHEN "t16"."number" = 14
                      THEN TRUE AND COALESCE("t16"."f_cases" >= 3, FALSE)
                      WHEN "t16"."number" = 20
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
      ) AS "t105"
    ) AS "t106"
  ) AS "t107"
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
            "t4"."f_trees",
            "t4"."f_hours",
            "t4"."f_level",
            "t4"."f_days",
            "t4"."f_cases",
            "t4"."f_over_limit_percent",
            "t4"."f_amount",
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
            'adult_education_certificate',
            'blood_donation_certificate',
            'bravery_award',
            'charity_donation_certificate',
            'civic_award',
            'disaster_relief_service_certificate',
            'energy_saving_award',
            'first_aid_certificate',
            'foster_family_award',
            'honest_finder_award',
            'juror_service_certificate',
            'library_good_standing',
            'library_overdue_decision',
            'mediator_service_certificate',
            'model_worker_award',
            'school_crossing_service_certificate',
            'speeding_decision',
            'traffic_safety_decision',
            'tree_planting_certificate',
            'vocational_certificate',
            'volunteer_service_certificate',
            'waste_dumping_decision'
          )
        )
    ) AS "t14"
  ) AS "t17"
) AS "t108"
