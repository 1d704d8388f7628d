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
        "t11"."f_hours",
        "t11"."f_level",
        "t11"."f_days",
        "t11"."f_cases",
        "t11"."f_trees",
        "t11"."f_amount",
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
          WHEN "t11"."number" IN (0, 6, 13)
          THEN 5000
          WHEN "t11"."number" = 1
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
          WHEN "t11"."number" IN (2, 15)
          THEN 2000
          WHEN "t11"."number" = 3
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
          WHEN "t11"."number" = 4
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
          WHEN "t11"."number" = 5
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
          WHEN "t11"."number" = 7
          THEN 10000
          WHEN "t11"."number" = 8
          THEN CASE
            WHEN (
              "t11"."f_days" >= -1000000000000
            ) AND (
              "t11"."f_days" <= 1000000000000
            )
            THEN "t11"."f_days" * 3000
            ELSE CAST(NULL AS BIGINT)
          END
          WHEN "t11"."number" = 9
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
          WHEN "t11"."number" = 10
          THEN CASE
            WHEN (
              "t11"."f_days" >= -1000000000000
            ) AND (
              "t11"."f_days" <= 1000000000000
            )
            THEN "t11"."f_days" * 1000
            ELSE CAST(NULL AS BIGINT)
          END
          WHEN "t11"."number" = 11
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
          WHEN "t11"."number" = 12
          THEN 4000
          WHEN "t11"."number" IN (14, 16)
          THEN 3000
          WHEN "t11"."number" = 17
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
          WHEN "t11"."number" IN (18, 20)
          THEN -1000
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
            "t6"."f_hours",
            "t6"."f_level",
            "t6"."f_days",
            "t6"."f_cases",
            "t6"."f_trees",
            "t6"."f_amount",
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
        WHEN "t12"."number" IN (0, 1, 2, 6, 9, 10, 11, 12, 14, 16, 17, 19)
        THEN "t12"."happened" > "t12"."opens_0"
        WHEN "t12"."number" IN (3, 4, 5, 7, 8, 13)
        THEN "t12"."happened" > "t12"."opens_1"
        WHEN "t12"."number" IN (15, 18, 20, 21)
        THEN "t12"."happened" > "t12"."opens_2"
        ELSE TRUE
      END
      AND CASE
        WHEN "t12"."number" IN (1, 11)
        THEN TRUE AND COALESCE("t12"."f_hours" >= 5, FALSE)
        WHEN "t12"."number" IN (2, 21)
        THEN TRUE AND COALESCE("t12"."f_amount" >= 100000, FALSE)
        WHEN "t12"."number" = 9
        THEN TRUE AND COALESCE("t12"."f_cases" >= 3, FALSE)
        WHEN "t12"."number" = 13
        THEN TRUE AND COALESCE("t12"."f_level" IN ('1', '2', '3'), FALSE)
        WHEN "t12"."number" = 14
        THEN TRUE AND COALESCE("t12"."f_hours" >= 40, FALSE)
        WHEN "t12"."number" = 18
        THEN TRUE AND COALESCE("t12"."f_over_limit_percent" >= 20, FALSE)
        WHEN "t12"."number" = 20
        THEN TRUE AND COALESCE("t12"."f_days_overdue" >= 30, FALSE)
        ELSE TRUE
      END
      AND "t12"."worth" IS NOT NULL
  ) AS "t13"
)
SELECT
  "t37"."question",
  "t37"."subject",
  "t37"."as_of",
  "t37"."known_at",
  "t37"."points",
  "t37"."grade",
  "t37"."direct",
  "t37"."rank",
  "t37"."stage",
  "t37"."reduced_to",
  "t37"."ceiling"
FROM (
  SELECT
    "t36"."question",
    "t36"."subject",
    "t36"."as_of",
    "t36"."known_at",
    "t36"."base",
    "t36"."reached",
    "t36"."raised",
    "t36"."points",
    "t36"."band",
    "t36"."code",
    "t36"."direct",
    CASE
      WHEN "t36"."code" = 1
      THEN 'base'
      WHEN "t36"."code" = 2
      THEN 'silver'
      WHEN "t36"."code" = 3
      THEN 'gold'
      ELSE CAST(NULL AS TEXT)
    END AS "grade",
    CAST(NULL AS BIGINT) AS "rank",
    CAST(NULL AS TEXT) AS "stage",
    CAST(NULL AS BIGINT) AS "reduced_to",
    CAST(NULL AS BIGINT) AS "ceiling"
  FROM (
    SELECT
      "t35"."question",
      "t35"."subject",
      "t35"."as_of",
      "t35"."known_at",
      "t35"."base",
      "t35"."reached",
      "t35"."raised",
      "t35"."points",
      "t35"."band",
      "t35"."band" AS "code",
      CAST(NULL AS BIGINT) AS "direct"
    FROM (
      SELECT
        "t34"."question",
        "t34"."subject",
        "t34"."as_of",
        "t34"."known_at",
        "t34"."base",
        "t34"."reached",
        "t34"."raised",
        "t34"."points",
        CASE
          WHEN "t34"."points" >= 150000
          THEN 3
          WHEN "t34"."points" >= 120000
          THEN 2
          WHEN "t34"."points" >= 100000
          THEN 1
          ELSE 0
        END AS "band"
      FROM (
        SELECT
          "t33"."question",
          "t33"."subject",
          "t33"."as_of",
          "t33"."known_at",
          100000 AS "base",
          100000 + COALESCE("t33"."earned", 0) AS "reached",
          GREATEST(100000 + COALESCE("t33"."earned", 0), 100000) AS "raised",
          LEAST(GREATEST(100000 + COALESCE("t33"."earned", 0), 100000), 200000) AS "points"
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
            "t32"."earned"
          FROM "questions" AS "t4"
          INNER JOIN "days" AS "t5"
            ON "t4"."as_of" = "t5"."as_of"
          LEFT OUTER JOIN (
            SELECT
              "t30"."question",
              SUM("t30"."points") AS "earned"
            FROM (
              SELECT
                "t29"."question",
                "t29"."slot",
                "t29"."points"
              FROM (
                SELECT
                  "t28"."question",
                  "t28"."slot",
                  "t28"."year",
                  "t28"."total",
                  "t28"."kept",
                  "t28"."kept" AS "points"
                FROM (
                  SELECT
                    "t27"."question",
                    "t27"."slot",
                    "t27"."year",
                    "t27"."total",
                    CASE
                      WHEN "t27"."slot" IN (0, 1, 6, 9, 10)
                      THEN GREATEST(LEAST("t27"."total", 10000), -(
                        10000
                      ))
                      WHEN "t27"."slot" IN (2, 14)
                      THEN GREATEST(LEAST("t27"."total", 6000), -(
                        6000
                      ))
                      WHEN "t27"."slot" = 8
                      THEN GREATEST(LEAST("t27"."total", 15000), -(
                        15000
                      ))
                      WHEN "t27"."slot" = 11
                      THEN GREATEST(LEAST("t27"."total", 5000), -(
                        5000
                      ))
                      WHEN "t27"."slot" IN (16, 17, 20)
                      THEN GREATEST(LEAST("t27"."total", 3000), -(
                        3000
                      ))
                      ELSE "t27"."total"
                    END AS "kept"
                  FROM (
                    SELECT
                      "t26"."question",
                      "t26"."slot",
                      "t26"."year",
                      SUM("t26"."points") AS "total"
                    FROM (
                      SELECT
                        "t25"."question",
                        "t25"."number",
                        "t25"."record",
                        "t25"."happened",
                        "t25"."ends",
                        "t25"."leaves",
                        "t25"."points",
                        "t25"."why",
                        "t25"."slot",
                        CASE
                          WHEN "t25"."slot" IN (0, 1, 2, 6, 8, 9, 10, 11, 14, 16, 17, 20)
                          THEN CAST(EXTRACT(year FROM "t25"."happened") AS BIGINT)
                          ELSE 0
                        END AS "year"
                      FROM (
                        SELECT
                          "t24"."question",
                          "t24"."number",
                          "t24"."record",
                          "t24"."happened",
                          "t24"."ends",
                          "t24"."leaves",
                          "t24"."points",
                          "t24"."why",
                          CASE
                            WHEN "t24"."number" = 0
                            THEN 0
                            WHEN "t24"."number" = 1
                            THEN 1
                            WHEN "t24"."number" = 2
                            THEN 2
                            WHEN "t24"."number" = 6
                            THEN 6
                            WHEN "t24"."number" = 8
                            THEN 8
                            WHEN "t24"."number" = 9
                            THEN 9
                            WHEN "t24"."number" = 10
                            THEN 10
                            WHEN "t24"."number" = 11
                            THEN 11
                            WHEN "t24"."number" = 14
                            THEN 14
                            WHEN "t24"."number" = 16
                            THEN 16
                            WHEN "t24"."number" = 17
                            THEN 17
                            WHEN "t24"."number" = 20
                            THEN 20
                            ELSE -1
                          END AS "slot"
                        FROM (
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
                                  "t15"."number" IN (0, 1, 2, 3, 6, 8, 9, 10, 11, 14, 16, 17, 18, 19, 20, 21)
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
                                    CASE WHEN "t17"."number" IN (4, 5, 13) THEN "t17"."worth" ELSE 0 END AS "rank"
                                  FROM (
                                    SELECT
                                      *
                                    FROM "t14" AS "t15"
                                    WHERE
                                      "t15"."number" IN (4, 5, 7, 12, 13, 15)
                                  ) AS "t17"
                                ) AS "t18"
                              ) AS "t21"
                            ) AS "t22"
                          ) AS "t23"
                        ) AS "t24"
                      ) AS "t25"
                    ) AS "t26"
                    GROUP BY
                      1,
                      2,
                      3
                  ) AS "t27"
                ) AS "t28"
              ) AS "t29"
            ) AS "t30"
            GROUP BY
              1
          ) AS "t32"
            ON "t4"."question" = "t32"."question"
        ) AS "t33"
      ) AS "t34"
    ) AS "t35"
  ) AS "t36"
) AS "t37"

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
    "t13"."f_hours",
    "t13"."f_level",
    "t13"."f_days",
    "t13"."f_cases",
    "t13"."f_trees",
    "t13"."f_amount",
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
      WHEN "t13"."number" IN (0, 6, 13)
      THEN 5000
      WHEN "t13"."number" = 1
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
      WHEN "t13"."number" IN (2, 15)
      THEN 2000
      WHEN "t13"."number" = 3
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
      WHEN "t13"."number" = 4
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
      WHEN "t13"."number" = 5
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
      WHEN "t13"."number" = 7
      THEN 10000
      WHEN "t13"."number" = 8
      THEN CASE
        WHEN (
          "t13"."f_days" >= -1000000000000
        ) AND (
          "t13"."f_days" <= 1000000000000
        )
        THEN "t13"."f_days" * 3000
        ELSE CAST(NULL AS BIGINT)
      END
      WHEN "t13"."number" = 9
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
      WHEN "t13"."number" = 10
      THEN CASE
        WHEN (
          "t13"."f_days" >= -1000000000000
        ) AND (
          "t13"."f_days" <= 1000000000000
        )
        THEN "t13"."f_days" * 1000
        ELSE CAST(NULL AS BIGINT)
      END
      WHEN "t13"."number" = 11
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
      WHEN "t13"."number" = 12
      THEN 4000
      WHEN "t13"."number" IN (14, 16)
      THEN 3000
      WHEN "t13"."number" = 17
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
      WHEN "t13"."number" IN (18, 20)
      THEN -1000
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
        "t4"."f_hours",
        "t4"."f_level",
        "t4"."f_days",
        "t4"."f_cases",
        "t4"."f_trees",
        "t4"."f_amount",
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
        WHEN "t16"."number" IN (0, 1, 2, 6, 9, 10, 11, 12, 14, 16, 17, 19)
        THEN "t16"."happened" > "t16"."opens_0"
        WHEN "t16"."number" IN (3, 4, 5, 7, 8, 13)
        THEN "t16"."happened" > "t16"."opens_1"
        WHEN "t16"."number" IN (15, 18, 20, 21)
        THEN "t16"."happened" > "t16"."opens_2"
        ELSE TRUE
      END
      AND CASE
        WHEN "t16"."number" IN (1, 11)
        THEN TRUE AND COALESCE("t16"."f_hours" >= 5, FALSE)
        WHEN "t16"."number" IN (2, 21)
        THEN TRUE AND COALESCE("t16"."f_amount" >= 100000, FALSE)
        WHEN "t16"."number" = 9
        THEN TRUE AND COALESCE("t16"."f_cases" >= 3, FALSE)
        WHEN "t16"."number" = 13
        THEN TRUE AND COALESCE("t16"."f_level" IN ('1', '2', '3'), FALSE)
        WHEN "t16"."number" = 14
        THEN TRUE AND COALESCE("t16"."f_hours" >= 40, FALSE)
        WHEN "t16"."number" = 18
        THEN TRUE AND COALESCE("t16"."f_over_limit_percent" >= 20, FALSE)
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
          "t20"."number" IN (0, 1, 2, 3, 6, 8, 9, 10, 11, 14, 16, 17, 18, 19, 20, 21)
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
            CASE WHEN "t22"."number" IN (4, 5, 13) THEN "t22"."worth" ELSE 0 END AS "rank"
          FROM (
            SELECT
              *
            FROM "t19" AS "t20"
            WHERE
              "t20"."number" IN (4, 5, 7, 12, 13, 15)
          ) AS "t22"
        ) AS "t24"
      ) AS "t27"
    ) AS "t29"
  ) AS "t30"
), "t38" AS (
  SELECT
    "t37"."question",
    "t37"."slot",
    "t37"."year",
    "t37"."total",
    CASE
      WHEN "t37"."slot" IN (0, 1, 6, 9, 10)
      THEN GREATEST(LEAST("t37"."total", 10000), -(
        10000
      ))
      WHEN "t37"."slot" IN (2, 14)
      THEN GREATEST(LEAST("t37"."total", 6000), -(
        6000
      ))
      WHEN "t37"."slot" = 8
      THEN GREATEST(LEAST("t37"."total", 15000), -(
        15000
      ))
      WHEN "t37"."slot" = 11
      THEN GREATEST(LEAST("t37"."total", 5000), -(
        5000
      ))
      WHEN "t37"."slot" IN (16, 17, 20)
      THEN GREATEST(LEAST("t37"."total", 3000), -(
        3000
      ))
      ELSE "t37"."total"
    END AS "kept"
  FROM (
    SELECT
      "t36"."question",
      "t36"."slot",
      "t36"."year",
      SUM("t36"."points") AS "total"
    FROM (
      SELECT
        "t35"."question",
        "t35"."number",
        "t35"."record",
        "t35"."happened",
        "t35"."ends",
        "t35"."leaves",
        "t35"."points",
        "t35"."why",
        "t35"."slot",
        CASE
          WHEN "t35"."slot" IN (0, 1, 2, 6, 8, 9, 10, 11, 14, 16, 17, 20)
          THEN CAST(EXTRACT(year FROM "t35"."happened") AS BIGINT)
          ELSE 0
        END AS "year"
      FROM (
        SELECT
          "t32"."question",
          "t32"."number",
          "t32"."record",
          "t32"."happened",
          "t32"."ends",
          "t32"."leaves",
          "t32"."points",
          "t32"."why",
          CASE
            WHEN "t32"."number" = 0
            THEN 0
            WHEN "t32"."number" = 1
            THEN 1
            WHEN "t32"."number" = 2
            THEN 2
            WHEN "t32"."number" = 6
            THEN 6
            WHEN "t32"."number" = 8
            THEN 8
            WHEN "t32"."number" = 9
            THEN 9
            WHEN "t32"."number" = 10
            THEN 10
            WHEN "t32"."number" = 11
            THEN 11
            WHEN "t32"."number" = 14
            THEN 14
            WHEN "t32"."number" = 16
            THEN 16
            WHEN "t32"."number" = 17
            THEN 17
            WHEN "t32"."number" = 20
            THEN 20
            ELSE -1
          END AS "slot"
        FROM "t31" AS "t32"
      ) AS "t35"
    ) AS "t36"
    GROUP BY
      1,
      2,
      3
  ) AS "t37"
), "t47" AS (
  SELECT
    "t46"."question",
    "t46"."subject",
    "t46"."as_of",
    "t46"."known_at",
    100000 AS "base",
    100000 + COALESCE("t46"."earned", 0) AS "reached",
    GREATEST(100000 + COALESCE("t46"."earned", 0), 100000) AS "raised",
    LEAST(GREATEST(100000 + COALESCE("t46"."earned", 0), 100000), 200000) AS "points"
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
      "t45"."earned"
    FROM "questions" AS "t5"
    INNER JOIN "days" AS "t6"
      ON "t5"."as_of" = "t6"."as_of"
    LEFT OUTER JOIN (
      SELECT
        "t42"."question",
        SUM("t42"."points") AS "earned"
      FROM (
        SELECT
          "t40"."question",
          "t40"."slot",
          "t40"."points"
        FROM (
          SELECT
            "t39"."question",
            "t39"."slot",
            "t39"."year",
            "t39"."total",
            "t39"."kept",
            "t39"."kept" AS "points"
          FROM "t38" AS "t39"
        ) AS "t40"
      ) AS "t42"
      GROUP BY
        1
    ) AS "t45"
      ON "t5"."question" = "t45"."question"
  ) AS "t46"
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
          "t51"."question",
          CAST(NULL AS BIGINT) AS "number",
          'floor' AS "step",
          CAST(NULL AS BIGINT) AS "record",
          CAST(NULL AS DATE) AS "happened",
          CAST(NULL AS DATE) AS "ends",
          CAST(NULL AS DATE) AS "leaves",
          "t51"."raised" - "t51"."reached" AS "points",
          '' AS "why",
          CAST(NULL AS BIGINT) AS "year",
          CAST(NULL AS DATE) AS "since",
          CAST(NULL AS BIGINT) AS "times",
          CAST(NULL AS BIGINT) AS "over"
        FROM (
          SELECT
            *
          FROM "t47" AS "t48"
          WHERE
            "t48"."raised" <> "t48"."reached"
        ) AS "t51"
      ) AS "t54"
      UNION ALL
      SELECT
        *
      FROM (
        SELECT
          "t52"."question",
          CAST(NULL AS BIGINT) AS "number",
          'ceiling' AS "step",
          CAST(NULL AS BIGINT) AS "record",
          CAST(NULL AS DATE) AS "happened",
          CAST(NULL AS DATE) AS "ends",
          CAST(NULL AS DATE) AS "leaves",
          "t52"."points" - "t52"."raised" AS "points",
          '' AS "why",
          CAST(NULL AS BIGINT) AS "year",
          CAST(NULL AS DATE) AS "since",
          CAST(NULL AS BIGINT) AS "times",
          CAST(NULL AS BIGINT) AS "over"
        FROM (
          SELECT
            *
          FROM "t47" AS "t48"
          WHERE
            "t48"."points" <> "t48"."raised"
        ) AS "t52"
      ) AS "t55"
    ) AS "t56"
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
                    WHEN "t23"."number" IN (0, 1, 2, 6, 9, 10, 11, 12, 14, 16, 17, 19)
                    THEN "t23"."happened" > "t23"."opens_0"
                    WHEN "t23"."number" IN (3, 4, 5, 7, 8, 13)
                    THEN "t23"."happened" > "t23"."opens_1"
                    WHEN "t23"."number" IN (15, 18, 20, 21)
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
                    WHEN "t23"."number" IN (1, 11)
                    THEN TRUE AND COALESCE("t23"."f_hours" >= 5, FALSE)
                    WHEN "t23"."number" IN (2, 21)
                    THEN TRUE AND COALESCE("t23"."f_amount" >= 100000, FALSE)
                    WHEN "t23"."number" = 9
                    THEN TRUE AND COALESCE("t23"."f_cases" >= 3, FALSE)
                    WHEN "t23"."number" = 13
                    THEN TRUE AND COALESCE("t23"."f_level" IN ('1', '2', '3'), FALSE)
                    WHEN "t23"."number" = 14
                    THEN TRUE AND COALESCE("t23"."f_hours" >= 40, FALSE)
                    WHEN "t23"."number" = 18
                    THEN TRUE AND COALESCE("t23"."f_over_limit_percent" >= 20, FALSE)
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
                    WHEN "t16"."number" IN (0, 1, 2, 6, 9, 10, 11, 12, 14, 16, 17, 19)
                    THEN "t16"."happened" > "t16"."opens_0"
                    WHEN "t16"."number" IN (3, 4, 5, 7, 8, 13)
                    THEN "t16"."happened" > "t16"."opens_1"
                    WHEN "t16"."number" IN (15, 18, 20, 21)
                    THEN "t16"."happened" > "t16"."opens_2"
                    ELSE TRUE
                  END
                  AND CASE
                    WHEN "t16"."number" IN (1, 11)
                    THEN TRUE AND COALESCE("t16"."f_hours" >= 5, FALSE)
                    WHEN "t16"."number" IN (2, 21)
                    THEN TRUE AND COALESCE("t16"."f_amount" >= 100000, FALSE)
                    WHEN "t16"."number" = 9
                    THEN TRUE AND COALESCE("t16"."f_cases" >= 3, FALSE)
                    WHEN "t16"."number" = 13
                    THEN TRUE AND COALESCE("t16"."f_level" IN ('1', '2', '3'), FALSE)
                    WHEN "t16"."number" = 14
                    THEN TRUE AND COALESCE("t16"."f_hours" >= 40, FALSE)
                    WHEN "t16"."number" = 18
                    THEN TRUE AND COALESCE("t16"."f_over_limit_percent" >= 20, FALSE)
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
      ) AS "t34"
      UNION ALL
      SELECT
        *
      FROM (
        SELECT
          *
        FROM (
          SELECT
            "t41"."question",
            "t41"."slot" AS "number",
            'yearly_cap' AS "step",
            CAST(NULL AS BIGINT) AS "record",
            CAST(NULL AS DATE) AS "happened",
            CAST(NULL AS DATE) AS "ends",
            CAST(NULL AS DATE) AS "leaves",
            "t41"."kept" - "t41"."total" AS "points",
            '' AS "why",
            "t41"."year",
            CAST(NULL AS DATE) AS "since",
            CAST(NULL AS BIGINT) AS "times",
            CAST(NULL AS BIGINT) AS "over"
          FROM (
            SELECT
              *
            FROM "t38" AS "t39"
            WHERE
              "t39"."kept" <> "t39"."total"
          ) AS "t41"
        ) AS "t43"
        UNION ALL
        SELECT
          *
        FROM (
          SELECT
            "t48"."question",
            CAST(NULL AS BIGINT) AS "number",
            'base' AS "step",
            CAST(NULL AS BIGINT) AS "record",
            CAST(NULL AS DATE) AS "happened",
            CAST(NULL AS DATE) AS "ends",
            CAST(NULL AS DATE) AS "leaves",
            "t48"."base" AS "points",
            '' AS "why",
            CAST(NULL AS BIGINT) AS "year",
            CAST(NULL AS DATE) AS "since",
            CAST(NULL AS BIGINT) AS "times",
            CAST(NULL AS BIGINT) AS "over"
          FROM "t47" AS "t48"
        ) AS "t49"
      ) AS "t50"
    ) AS "t53"
  ) AS "t57"
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
            "t4"."f_hours",
            "t4"."f_level",
            "t4"."f_days",
            "t4"."f_cases",
            "t4"."f_trees",
            "t4"."f_amount",
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
) AS "t58"
