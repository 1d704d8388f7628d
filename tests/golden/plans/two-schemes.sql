-- compared; fields: f_code string, f_hours int64
WITH "t36" AS (
  SELECT
    "t35"."question",
    "t35"."part",
    SUM("t35"."old") AS "old",
    SUM("t35"."new") AS "new"
  FROM (
    SELECT
      "t34"."question",
      "t34"."slot",
      "t34"."total",
      "t34"."kept",
      "t34"."points",
      CASE WHEN "t34"."slot" IN (0, 3) THEN 0 WHEN "t34"."slot" = 4 THEN 3 ELSE -1 END AS "part",
      CASE
        WHEN "t34"."slot" = 0
        THEN "t34"."points"
        WHEN "t34"."slot" IN (3, 4)
        THEN 0
        ELSE "t34"."points"
      END AS "old",
      CASE
        WHEN "t34"."slot" IN (3, 4)
        THEN "t34"."points"
        WHEN "t34"."slot" = 0
        THEN 0
        ELSE "t34"."points"
      END AS "new"
    FROM (
      SELECT
        "t33"."question",
        "t33"."slot",
        "t33"."total",
        "t33"."kept",
        "t33"."kept" AS "points"
      FROM (
        SELECT
          "t32"."question",
          "t32"."slot",
          "t32"."total",
          CASE
            WHEN "t32"."slot" = 1
            THEN GREATEST(LEAST("t32"."total", 3000), -(
              3000
            ))
            ELSE "t32"."total"
          END AS "kept"
        FROM (
          SELECT
            "t31"."question",
            "t31"."slot",
            SUM("t31"."points") AS "total"
          FROM (
            SELECT
              "t30"."question",
              "t30"."slot",
              "t30"."points"
            FROM (
              SELECT
                "t29"."question",
                "t29"."slot",
                "t29"."year",
                "t29"."total",
                "t29"."stands_for",
                "t29"."kept",
                "t29"."kept" AS "points"
              FROM (
                SELECT
                  "t28"."question",
                  "t28"."slot",
                  "t28"."year",
                  "t28"."total",
                  "t28"."stands_for",
                  CASE
                    WHEN "t28"."slot" = 0
                    THEN GREATEST(LEAST("t28"."total", 10000), -(
                      10000
                    ))
                    WHEN "t28"."slot" = 3
                    THEN GREATEST(LEAST("t28"."total", 20000), -(
                      20000
                    ))
                    ELSE "t28"."total"
                  END AS "kept"
                FROM (
                  SELECT
                    "t27"."question",
                    COALESCE("t27"."stands_for", "t27"."slot") AS "slot",
                    "t27"."year",
                    "t27"."total",
                    "t27"."stands_for"
                  FROM (
                    SELECT
                      "t26"."question",
                      "t26"."slot",
                      "t26"."year",
                      "t26"."total",
                      "t10"."stands_for"
                    FROM (
                      SELECT
                        "t24"."question",
                        "t24"."slot",
                        "t24"."year",
                        SUM("t24"."points") AS "total"
                      FROM (
                        SELECT
                          "t23"."question",
                          "t23"."number",
                          "t23"."record",
                          "t23"."happened",
                          "t23"."ends",
                          "t23"."leaves",
                          "t23"."points",
                          "t23"."why",
                          "t23"."slot",
                          CASE
                            WHEN "t23"."slot" IN (0, 3)
                            THEN CAST(EXTRACT(year FROM "t23"."happened") AS BIGINT)
                            ELSE 0
                          END AS "year"
                        FROM (
                          SELECT
                            "t22"."question",
                            "t22"."number",
                            "t22"."record",
                            "t22"."happened",
                            "t22"."ends",
                            "t22"."leaves",
                            "t22"."points",
                            "t22"."why",
                            CASE
                              WHEN "t22"."number" = 0
                              THEN 0
                              WHEN "t22"."number" = 1
                              THEN 1
                              WHEN "t22"."number" = 3
                              THEN 3
                              WHEN "t22"."number" = 4
                              THEN 4
                              ELSE -1
                            END AS "slot"
                          FROM (
                            SELECT
                              "t21"."question",
                              "t21"."number",
                              "t21"."record",
                              "t21"."happened",
                              "t21"."ends",
                              "t21"."leaves",
                              "t21"."points",
                              "t21"."why"
                            FROM (
                              SELECT
                                "t20"."question",
                                "t20"."number",
                                "t20"."record",
                                "t20"."document",
                                "t20"."happened",
                                "t20"."ends",
                                "t20"."leaves",
                                "t20"."known",
                                "t20"."worth",
                                "t20"."doubted",
                                "t20"."early",
                                CASE
                                  WHEN (
                                    "t20"."worth" < 0
                                  ) AND (
                                    "t20"."doubted" OR "t20"."early"
                                  )
                                  THEN 0
                                  ELSE "t20"."worth"
                                END AS "points",
                                CASE
                                  WHEN (
                                    "t20"."worth" < 0
                                  ) AND (
                                    "t20"."doubted" OR "t20"."early"
                                  )
                                  THEN CASE WHEN "t20"."doubted" THEN 'in_doubt' ELSE 'before_public' END
                                  ELSE ''
                                END AS "why"
                              FROM (
                                SELECT
                                  "t19"."question",
                                  "t19"."number",
                                  "t19"."record",
                                  "t19"."document",
                                  "t19"."happened",
                                  "t19"."ends",
                                  "t19"."leaves",
                                  "t19"."known",
                                  "t19"."worth",
                                  "t19"."doubted",
                                  "t19"."early"
                                FROM (
                                  SELECT
                                    *
                                  FROM (
                                    SELECT
                                      "t17"."subject",
                                      "t17"."record",
                                      "t17"."type",
                                      "t17"."document",
                                      "t17"."happened",
                                      "t17"."ends",
                                      "t17"."leaves",
                                      "t17"."severity",
                                      "t17"."kind",
                                      "t17"."adverse",
                                      "t17"."known",
                                      "t17"."retracts",
                                      "t17"."superseded",
                                      "t17"."doubt_from",
                                      "t17"."doubt_until",
                                      "t17"."replaced",
                                      "t17"."f_hours",
                                      "t17"."f_code",
                                      "t17"."question",
                                      "t17"."as_of",
                                      "t17"."known_at",
                                      "t17"."public_since",
                                      "t17"."opens_0",
                                      "t17"."number_0",
                                      "t17"."number",
                                      CASE
                                        WHEN "t17"."number" IN (0, 3)
                                        THEN 5000
                                        WHEN "t17"."number" = 1
                                        THEN CASE
                                          WHEN (
                                            "t17"."f_hours" >= -1000000000000
                                          )
                                          AND (
                                            "t17"."f_hours" <= 1000000000000
                                          )
                                          THEN "t17"."f_hours" * 200
                                          ELSE CAST(NULL AS BIGINT)
                                        END
                                        WHEN "t17"."number" = 2
                                        THEN CASE
                                          WHEN "t17"."f_code" IS NULL
                                          THEN CAST(NULL AS BIGINT)
                                          WHEN "t17"."f_code" = 'a'
                                          THEN "t17"."number_0"
                                          ELSE 0
                                        END
                                        WHEN "t17"."number" = 4
                                        THEN 1000
                                        ELSE CAST(NULL AS BIGINT)
                                      END AS "worth",
                                      (
                                        "t17"."doubt_from" IS NOT NULL
                                      )
                                      AND (
                                        "t17"."doubt_from" <= "t17"."known_at"
                                      )
                                      AND (
                                        (
                                          "t17"."doubt_until" IS NULL
                                        ) OR (
                                          "t17"."known_at" < "t17"."doubt_until"
                                        )
                                      ) AS "doubted",
                                      (
                                        "t17"."public_since" IS NOT NULL
                                      )
                                      AND (
                                        "t17"."happened" < "t17"."public_since"
                                      ) AS "early"
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
                                          "t11"."f_code",
                                          "t15"."question",
                                          "t15"."as_of",
                                          "t15"."known_at",
                                          "t15"."public_since",
                                          "t15"."opens_0",
                                          "t15"."number_0",
                                          "t12"."number"
                                        FROM "records" AS "t11"
                                        INNER JOIN (
                                          SELECT
                                            "t7"."question",
                                            "t7"."subject",
                                            "t7"."as_of",
                                            "t7"."known_at",
                                            "t13"."public_since",
                                            "t13"."opens_0",
                                            "t13"."number_0"
                                          FROM "questions" AS "t7"
                                          INNER JOIN "days" AS "t13"
                                            ON "t7"."as_of" = "t13"."as_of"
                                        ) AS "t15"
                                          ON "t11"."subject" = "t15"."subject"
                                        INNER JOIN "factors" AS "t12"
                                          ON "t11"."type" = "t12"."type"
                                      ) AS "t16"
                                      WHERE
                                        "t16"."known" <= "t16"."known_at"
                                        AND (
                                          (
                                            "t16"."replaced" IS NULL
                                          ) OR (
                                            "t16"."known_at" < "t16"."replaced"
                                          )
                                        )
                                    ) AS "t17"
                                  ) AS "t18"
                                  WHERE
                                    NOT (
                                      "t18"."retracts"
                                    )
                                    AND (
                                      (
                                        "t18"."superseded" IS NULL
                                      ) OR (
                                        "t18"."known_at" < "t18"."superseded"
                                      )
                                    )
                                    AND "t18"."happened" <= "t18"."as_of"
                                    AND (
                                      (
                                        "t18"."leaves" IS NULL
                                      ) OR (
                                        "t18"."as_of" < "t18"."leaves"
                                      )
                                    )
                                    AND (
                                      (
                                        "t18"."ends" IS NULL
                                      ) OR (
                                        "t18"."as_of" < "t18"."ends"
                                      )
                                    )
                                    AND "t18"."happened" > "t18"."opens_0"
                                    AND "t18"."worth" IS NOT NULL
                                ) AS "t19"
                              ) AS "t20"
                            ) AS "t21"
                          ) AS "t22"
                        ) AS "t23"
                      ) AS "t24"
                      GROUP BY
                        1,
                        2,
                        3
                    ) AS "t26"
                    LEFT OUTER JOIN "spread" AS "t10"
                      ON "t26"."slot" = "t10"."slot"
                  ) AS "t27"
                ) AS "t28"
              ) AS "t29"
            ) AS "t30"
          ) AS "t31"
          GROUP BY
            1,
            2
        ) AS "t32"
      ) AS "t33"
    ) AS "t34"
  ) AS "t35"
  GROUP BY
    1,
    2
), "t39" AS (
  SELECT
    "t37"."question",
    SUM("t37"."old") AS "old",
    SUM("t37"."new") AS "new"
  FROM "t36" AS "t37"
  GROUP BY
    1
)
SELECT
  *
FROM (
  SELECT
    *
  FROM (
    SELECT
      "t56"."question",
      CAST(NULL AS BIGINT) AS "part",
      "t57"."points_new" - "t56"."points_old" AS "points",
      "t56"."grade_old" AS "before",
      "t57"."grade_new" AS "after"
    FROM (
      SELECT
        "t52"."question",
        "t52"."points" AS "points_old",
        CASE
          WHEN "t52"."code" = 1
          THEN 'D'
          WHEN "t52"."code" = 2
          THEN 'C'
          WHEN "t52"."code" = 3
          THEN 'B'
          WHEN "t52"."code" = 4
          THEN 'A'
          ELSE CAST(NULL AS TEXT)
        END AS "grade_old"
      FROM (
        SELECT
          "t50"."question",
          "t50"."subject",
          "t50"."as_of",
          "t50"."known_at",
          "t50"."base",
          "t50"."reached",
          "t50"."raised",
          "t50"."points",
          "t50"."band",
          "t50"."band" AS "code",
          CAST(NULL AS BIGINT) AS "direct"
        FROM (
          SELECT
            "t48"."question",
            "t48"."subject",
            "t48"."as_of",
            "t48"."known_at",
            "t48"."base",
            "t48"."reached",
            "t48"."raised",
            "t48"."points",
            CASE
              WHEN "t48"."points" >= 95000
              THEN 4
              WHEN "t48"."points" >= 80000
              THEN 3
              WHEN "t48"."points" >= 60000
              THEN 2
              WHEN "t48"."points" >= 0
              THEN 1
              ELSE 0
            END AS "band"
          FROM (
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
                "t7"."question",
                "t7"."subject",
                "t7"."as_of",
                "t7"."known_at",
                "t8"."public_since",
                "t8"."opens_0",
                "t8"."number_0",
                "t44"."earned"
              FROM "questions" AS "t7"
              INNER JOIN "days_old" AS "t8"
                ON "t7"."as_of" = "t8"."as_of"
              LEFT OUTER JOIN (
                SELECT
                  "t40"."question",
                  "t40"."old" AS "earned"
                FROM "t39" AS "t40"
              ) AS "t44"
                ON "t7"."question" = "t44"."question"
            ) AS "t46"
          ) AS "t48"
        ) AS "t50"
      ) AS "t52"
    ) AS "t56"
    INNER JOIN (
      SELECT
        "t53"."question",
        "t53"."points" AS "points_new",
        CASE
          WHEN "t53"."code" = 1
          THEN 'D'
          WHEN "t53"."code" = 2
          THEN 'C'
          WHEN "t53"."code" = 3
          THEN 'B'
          WHEN "t53"."code" = 4
          THEN 'A'
          ELSE CAST(NULL AS TEXT)
        END AS "grade_new"
      FROM (
        SELECT
          "t51"."question",
          "t51"."subject",
          "t51"."as_of",
          "t51"."known_at",
          "t51"."base",
          "t51"."reached",
          "t51"."raised",
          "t51"."points",
          "t51"."band",
          "t51"."band" AS "code",
          CAST(NULL AS BIGINT) AS "direct"
        FROM (
          SELECT
            "t49"."question",
            "t49"."subject",
            "t49"."as_of",
            "t49"."known_at",
            "t49"."base",
            "t49"."reached",
            "t49"."raised",
            "t49"."points",
            CASE
              WHEN "t49"."points" >= 95000
              THEN 4
              WHEN "t49"."points" >= 80000
              THEN 3
              WHEN "t49"."points" >= 60000
              THEN 2
              WHEN "t49"."points" >= 0
              THEN 1
              ELSE 0
            END AS "band"
          FROM (
            SELECT
              "t47"."question",
              "t47"."subject",
              "t47"."as_of",
              "t47"."known_at",
              100000 AS "base",
              100000 + COALESCE("t47"."earned", 0) AS "reached",
              GREATEST(100000 + COALESCE("t47"."earned", 0), 100000) AS "raised",
              LEAST(GREATEST(100000 + COALESCE("t47"."earned", 0), 100000), 200000) AS "points"
            FROM (
              SELECT
                "t7"."question",
                "t7"."subject",
                "t7"."as_of",
                "t7"."known_at",
                "t9"."public_since",
                "t9"."opens_0",
                "t9"."number_0",
                "t45"."earned"
              FROM "questions" AS "t7"
              INNER JOIN "days_new" AS "t9"
                ON "t7"."as_of" = "t9"."as_of"
              LEFT OUTER JOIN (
                SELECT
                  "t40"."question",
                  "t40"."new" AS "earned"
                FROM "t39" AS "t40"
              ) AS "t45"
                ON "t7"."question" = "t45"."question"
            ) AS "t47"
          ) AS "t49"
        ) AS "t51"
      ) AS "t53"
    ) AS "t57"
      ON "t56"."question" = "t57"."question"
  ) AS "t58"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t37"."question",
        "t37"."part",
        "t37"."new" - "t37"."old" AS "points",
        CAST(NULL AS TEXT) AS "before",
        CAST(NULL AS TEXT) AS "after"
      FROM "t36" AS "t37"
    ) AS "t38"
    WHERE
      "t38"."points" <> 0 AND "t38"."part" <> -1
  ) AS "t41"
) AS "t59"
